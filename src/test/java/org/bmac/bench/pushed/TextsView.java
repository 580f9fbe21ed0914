package org.bmac.bench.pushed;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.bmac.building.Buildings;
import org.bmac.live.Live;

/** The text within the span is changed, which is less for Flow to send and for the browser to do. */
@Route(value = "pushed/texts", autoLayout = false)
@RolesAllowed("VIEWER")
class TextsView extends PointsView {
    TextsView(Live live, Buildings buildings) {
        super(live, buildings);
    }

    @Override
    HasText textOf(Span mark) {
        Text text = new Text("");
        mark.add(text);
        return text;
    }
}
