package org.bmac.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants to see a series no more. */
@DomEvent("series-removed")
public class SeriesRemoved extends ComponentEvent<HistoryChart> {
    private final String key;

    public SeriesRemoved(HistoryChart source, boolean fromClient, @EventData("event.detail.key") String key) {
        super(source, fromClient);
        this.key = key;
    }

    /** Of the series. */
    public String key() {
        return key;
    }
}
