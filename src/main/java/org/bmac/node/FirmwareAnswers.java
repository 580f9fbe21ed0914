package org.bmac.node;

import java.util.Optional;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Value;

/** Makes readings of outputs from what the firmware answers. For one thread at a time. */
final class FirmwareAnswers {
    private static final int HIGHEST_IO_PIN = 7;

    private final Known known;
    private final PwmTalk pwm = new PwmTalk();

    FirmwareAnswers(Known known) {
        this.known = known;
    }

    void asked(Node node, PwmRequest request, Heard heard) {
        pwm.asked(node.id(), request, heard.message().at());
    }

    boolean pwm(Building building, Answered.Pwm answer, Heard heard) {
        Node node = known.calling(building, answer.location());
        Optional<PwmAnswer> meaning = node == null
                ? Optional.empty()
                : pwm.meaning(node.id(), answer, heard.message().at());
        if (node == null || meaning.isEmpty()) {
            return known.word(node, answer, heard);
        }
        if (meaning.get() instanceof PwmAnswer.Reads read) {
            Point fan = building.pointOf(node.id(), Kind.FAN, read.pin());
            if (fan != null) {
                known.value(node, fan, new Value.Duty(pwm.duty(node.id(), read)), Quality.GOOD, heard);
            }
        }
        return known.word(node, new Answered.Meant(answer.location(), meaning.get()), heard);
    }

    boolean io(Building building, Answered.Io answer, Heard heard) {
        Node node = known.answering(building, answer.address(), answer.location());
        if (node != null) {
            for (Point point : building.pointsOf(node.id())) {
                if (point.kind() == Kind.RELAY || point.kind() == Kind.VALVE) {
                    output(point, node, answer.answer(), heard);
                }
            }
        }
        return known.word(node, answer, heard);
    }

    /** Of a pin that is an input, what was written last says nothing certain. */
    private void output(Point point, Node node, IoAnswer answer, Heard heard) {
        int pin = point.channel();
        if (answer instanceof IoAnswer.State state && pin <= HIGHEST_IO_PIN) {
            Quality quality = state.input(pin) ? Quality.UNCERTAIN : Quality.GOOD;
            known.value(node, point, level(point.kind(), state.high(pin)), quality, heard);
        } else if (answer instanceof IoAnswer.Level(int of, boolean high) && of == pin) {
            known.value(node, point, level(point.kind(), high), Quality.GOOD, heard);
        }
    }

    private static Value level(Kind kind, boolean high) {
        return kind == Kind.VALVE ? new Value.Duty(high ? 100 : 0) : new Value.Switched(high);
    }

    /** False when the point of the switch has to be made first. */
    boolean position(Building building, Answered.Switch answer, Heard heard) {
        Node node = known.answering(building, answer.address(), answer.location());
        if (answer.answer() instanceof SwitchAnswer.Position(boolean heating)) {
            Point point = node == null ? null : building.pointOf(node.id(), Kind.CHANGEOVER, 0);
            if (node == null || point == null) {
                return false;
            }
            known.value(node, point, new Value.Changeover(heating), Quality.GOOD, heard);
        }
        return known.word(node, answer, heard);
    }
}
