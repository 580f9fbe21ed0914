package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Where the selected point is shown: at the side of a wide page, else a sheet that rises from its foot. */
class SidePanel extends Aside {
    private final PointPanel panel = new PointPanel();
    private final Anchor rules = new Anchor("rules", "Rules…");
    private final Desk desk;

    /** @param select is told which point to select, or null for none */
    SidePanel(Desk desk, Consumer<@Nullable PointId> select) {
        this.desk = desk;
        addClassName("side-panel");
        getElement().setAttribute("aria-label", "Selected point");
        Button closing = new Button(new Span("✕"), _ -> select.accept(null));
        closing.addClassName("side-panel-close");
        closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        closing.setAriaLabel("Close the panel");
        closing.addClickShortcut(Key.ESCAPE);
        panel.onPointSelected(event -> select.accept(event.point()));
        panel.setHistory("history/");
        desk.attend(panel);
        rules.addClassName("side-panel-rules");
        add(closing, panel, rules);
    }

    void show(@Nullable PointId point) {
        desk.introduce(panel, point);
        panel.setPoint(point);
        rules.setHref("rules/" + (point == null ? "" : point));
        rules.setVisible(point != null && desk.maySetRules(point));
        getElement().setAttribute("open", point != null);
    }
}
