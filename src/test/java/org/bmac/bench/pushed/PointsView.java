package org.bmac.bench.pushed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bmac.building.Buildings;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.live.Latest;
import org.bmac.live.Live;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Each point a component of the server's. */
abstract class PointsView extends Div {
    private final Live live;
    private final Map<PointId, HasText> texts = new HashMap<>();
    private @Nullable Rounds rounds;

    PointsView(Live live, Buildings buildings) {
        this.live = live;
        getStyle().set("position", "fixed").set("inset", "0");
        buildings.current().points().forEach(this::place);
    }

    /** What in the mark of a point is given its text. */
    abstract HasText textOf(Span mark);

    @Override
    protected void onAttach(AttachEvent event) {
        rounds = Rounds.begin(live, event.getUI(), this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (rounds != null) {
            rounds.close();
        }
    }

    private void place(Point point) {
        Placement placement = point.placement();
        if (placement != null) {
            Span span = new Span();
            span.getElement().setAttribute("data-point", point.id().toString());
            span.getStyle()
                    .set("position", "absolute")
                    .set("left", 100 * placement.spot().x() + "%")
                    .set("top", 100 * placement.spot().y() + "%");
            texts.put(point.id(), textOf(span));
            add(span);
        }
    }

    /** The question comes to the browser behind the texts, and is answered when they are drawn. */
    private PendingJavaScriptResult show(List<Latest> points) {
        for (Latest latest : points) {
            HasText text = texts.get(latest.point());
            if (text != null) {
                text.setText(Words.of(latest));
            }
        }
        return getElement().executeJs("return new Promise(drawn => requestAnimationFrame(drawn))");
    }
}
