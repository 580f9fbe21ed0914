package org.bmac.bench.pushed;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.bmac.building.Buildings;
import org.bmac.live.Live;

/** As one would write it: a span is given its text. Flow takes the text node out and puts it back each time. */
@Route(value = "pushed/spans", autoLayout = false)
@RolesAllowed("VIEWER")
class SpansView extends PointsView {
    SpansView(Live live, Buildings buildings) {
        super(live, buildings);
    }

    @Override
    HasText textOf(Span mark) {
        return mark;
    }
}
