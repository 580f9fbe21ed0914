package org.bmac.command.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.Guard;
import org.bmac.point.Kind;

/** Whether it is on only while its zone is occupied, or only while it is not. */
class OccupancyPart extends RulePart {
    /** What can be chosen. */
    enum When {
        ALWAYS("No matter"),
        OCCUPIED("Only when occupied"),
        UNOCCUPIED("Only when unoccupied");

        private final String label;

        When(String label) {
            this.label = label;
        }
    }

    private final Select<When> when = new Select<>();
    private final boolean known;

    OccupancyPart(Point point, List<Guard> now, Building seen) {
        super("Occupancy");
        known = point.zone() != null
                && seen.points().stream()
                        .anyMatch(each ->
                                each.kind() == Kind.MOTION && point.zone().equals(each.zone()));
        when.setLabel("Is on");
        when.setItems(When.values());
        when.setItemLabelGenerator(each -> each.label);
        Optional<Guard.Occupancy> guard = find(now, Guard.Occupancy.class);
        when.setValue(guard.map(each -> each.occupied() ? When.OCCUPIED : When.UNOCCUPIED)
                .orElse(When.ALWAYS));
        if (!known) {
            when.setHelperText("Its zone has no motion sensor, so nobody knows whether it is occupied.");
        }
        add(when);
    }

    @Override
    boolean read(List<Guard> guards) {
        When chosen = when.getValue();
        boolean fine = chosen == When.ALWAYS || known;
        if (!said(when, fine, "Without a motion sensor in its zone it could never be switched on.")) {
            return false;
        }
        switch (chosen) {
            case ALWAYS -> {}
            case OCCUPIED -> guards.add(new Guard.Occupancy(true));
            case UNOCCUPIED -> guards.add(new Guard.Occupancy(false));
        }
        return true;
    }
}
