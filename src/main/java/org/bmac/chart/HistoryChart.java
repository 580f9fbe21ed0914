package org.bmac.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Charts of one or more series, one above the other, over the same window of time and with one cursor. Lines break where
 * nothing is known; around the mean lies the band of least and most. Whoever looks chooses the window by chips, by dragging
 * or by keys, compares with the period before, reads the same as a table, and takes it away as a picture or as CSV. The
 * browser fetches from {@link Series#source()} by itself, also what is new as long as the window ends now.
 */
@Tag("history-chart")
@JsModule("./history-chart/history-chart.ts")
@NpmPackage(value = "chart.js", version = "4.6.1")
@NpmPackage(value = "chartjs-plugin-zoom", version = "2.2.0")
@NpmPackage(value = "chartjs-plugin-annotation", version = "3.1.0")
public class HistoryChart extends Component {

    /** Shows these, from above; those of before stay as they are if they are among them. */
    public void setSeries(List<Series> series) {
        getElement().setPropertyList("series", series);
    }

    /** Shows this time; without a word of this it is the last day. */
    public void setWindow(Window window) {
        getElement()
                .setPropertyMap(
                        "window",
                        switch (window) {
                            case Window.Latest(var span) -> Map.of("kind", "latest", "span", span.toMillis());
                            case Window.Between(var from, var to) ->
                                Map.of("kind", "between", "from", from.toEpochMilli(), "to", to.toEpochMilli());
                            case Window.All() -> Map.of("kind", "all");
                        });
    }

    /** Of axes, table and files; without a word of this the one of the browser. */
    public void setZone(ZoneId zone) {
        getElement().setProperty("zone", zone.getId());
    }

    /** Calls when somebody chooses another window. */
    public Registration onWindowChanged(ComponentEventListener<WindowChanged> listener) {
        return addListener(WindowChanged.class, listener);
    }

    /** Calls when somebody wants to see a series no more; it is shown until {@link #setSeries} leaves it out. */
    public Registration onSeriesRemoved(ComponentEventListener<SeriesRemoved> listener) {
        return addListener(SeriesRemoved.class, listener);
    }
}
