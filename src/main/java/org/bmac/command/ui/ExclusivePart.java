package org.bmac.command.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.Guard;
import org.bmac.point.PointId;

/** With which others it is never on together. Those out of the engineer's sight stay as they are. */
class ExclusivePart extends RulePart {
    private final MultiSelectComboBox<Point> others = new MultiSelectComboBox<>("Is never on together with");
    private final Set<PointId> hidden;

    ExclusivePart(Point point, List<Guard> now, Building seen) {
        super("Mutually exclusive outputs");
        Set<PointId> excluded =
                find(now, Guard.Exclusive.class).map(Guard.Exclusive::others).orElse(Set.of());
        hidden = excluded.stream().filter(id -> seen.point(id).isEmpty()).collect(Collectors.toSet());
        others.setItems(seen.points().stream()
                .filter(each -> each.commandable() && !each.id().equals(point.id()))
                .toList());
        others.setItemLabelGenerator(each -> seen.wordsOf(each.id()));
        others.setValue(excluded.stream().flatMap(id -> seen.point(id).stream()).collect(Collectors.toSet()));
        others.setHelperText(
                hidden.isEmpty()
                        ? "It cannot be switched on while one of them is on. Say the same at the others."
                        : "It also excludes " + hidden.size() + " out of your sight; that stays so.");
        others.addClassName("rule-wide");
        add(others);
    }

    @Override
    boolean read(List<Guard> guards) {
        Set<PointId> all = new HashSet<>(hidden);
        others.getValue().forEach(each -> all.add(each.id()));
        if (!all.isEmpty()) {
            guards.add(new Guard.Exclusive(all));
        }
        return true;
    }
}
