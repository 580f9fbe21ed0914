package org.bmac.bench.pushed;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.bmac.building.Buildings;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.live.Latest;
import org.bmac.live.Live;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** One component of the server's; a function in the browser is called with each set of changes. */
@Route(value = "pushed/call", autoLayout = false)
@RolesAllowed("VIEWER")
class CallView extends Div {
    private final Live live;
    private final Buildings buildings;
    private @Nullable Rounds rounds;

    CallView(Live live, Buildings buildings) {
        this.live = live;
        this.buildings = buildings;
        getStyle().set("position", "fixed").set("inset", "0");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(FUNCTION, places());
        rounds = Rounds.begin(live, event.getUI(), this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (rounds != null) {
            rounds.close();
        }
    }

    private ArrayNode places() {
        ArrayNode places = JacksonUtils.createArrayNode();
        for (Point point : buildings.current().points()) {
            Placement placement = point.placement();
            if (placement != null) {
                places.addArray()
                        .add(point.id().number())
                        .add(placement.spot().x())
                        .add(placement.spot().y());
            }
        }
        return places;
    }

    private PendingJavaScriptResult show(List<Latest> points) {
        ArrayNode changes = JacksonUtils.createArrayNode();
        for (Latest latest : points) {
            changes.addArray().add(latest.point().number()).add(Words.of(latest));
        }
        return getElement().callJsFunction("show", changes);
    }

    private static final String FUNCTION = """
            const texts = new Map();
            for (const [id, x, y] of $0) {
              const span = document.createElement('span');
              span.dataset.point = id;
              span.style.position = 'absolute';
              span.style.left = `${100 * x}%`;
              span.style.top = `${100 * y}%`;
              const text = document.createTextNode('');
              span.append(text);
              texts.set(id, text);
              this.append(span);
            }
            this.show = changes => {
              for (const [id, words] of changes) {
                const text = texts.get(id);
                if (text) text.data = words;
              }
              return new Promise(drawn => requestAnimationFrame(drawn));
            };
            """;
}
