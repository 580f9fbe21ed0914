package org.bmac.node.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.node.Pin;

/** A point that a node has: its name, and how often a BMaC 5 node is to report it. */
class PointRow extends Div {
    private static final int LONGEST_PERIOD = 0xffff;

    private final Point point;
    private final TextField name = new TextField("Name");
    private final IntegerField period = new IntegerField("Every … s");

    PointRow(Node node, Point point) {
        this.point = point;
        addClassName("pin-row");
        Span what = new Span(words(node, point));
        what.addClassName("pin-what");
        name.setValue(point.name());
        name.setMaxLength(Pin.LONGEST_NAME);
        name.setPlaceholder(point.kind().label());
        name.setAriaLabel("Name of " + words(node, point));
        add(what, name);
        if (node.dialect() == Dialect.BMAC5 && !point.commandable()) {
            period.setMin(0);
            period.setMax(LONGEST_PERIOD);
            period.setHelperText("0: on change only");
            period.setValue(
                    point.interval() == null ? null : (int) point.interval().toSeconds());
            add(period);
        }
    }

    private static String words(Node node, Point point) {
        if (node.dialect() == Dialect.DISCOVERED) {
            return point.kind().label();
        }
        if (node.dialect() == Dialect.BMAC5) {
            return point.kind().label() + ", channel " + point.channel();
        }
        return switch (point.kind()) {
            case FAN -> "Fan, GPIO " + point.channel();
            case RELAY, VALVE -> point.kind().label() + ", IO pin " + point.channel();
            default -> point.kind().label();
        };
    }

    Point point() {
        return point;
    }

    String name() {
        return name.getValue().strip();
    }

    boolean fits() {
        Integer seconds = period.getValue();
        return !period.isInvalid() && (seconds == null || (seconds >= 0 && seconds <= LONGEST_PERIOD));
    }

    Optional<Duration> period() {
        return Optional.ofNullable(period.getValue()).map(Duration::ofSeconds);
    }
}
