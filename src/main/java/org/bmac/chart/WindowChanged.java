package org.bmac.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.time.Duration;
import java.time.Instant;

/** Somebody has chosen another window of time; the chart shows it already. */
@DomEvent("window-changed")
public class WindowChanged extends ComponentEvent<HistoryChart> {
    private final Window window;

    public WindowChanged(
            HistoryChart source,
            boolean fromClient,
            @EventData("event.detail.kind") String kind,
            @EventData("event.detail.from") double from,
            @EventData("event.detail.to") double to,
            @EventData("event.detail.span") double span) {
        super(source, fromClient);
        this.window = switch (kind) {
            case "latest" -> new Window.Latest(Duration.ofMillis(Math.max(1, (long) span)));
            case "between" ->
                new Window.Between(
                        Instant.ofEpochMilli((long) from), Instant.ofEpochMilli(Math.max((long) from + 1, (long) to)));
            default -> new Window.All();
        };
    }

    public Window window() {
        return window;
    }
}
