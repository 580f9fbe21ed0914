package org.bmac.node;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.springframework.stereotype.Component;

/**
 * Brings wishes to the outputs of nodes and tells what the nodes make of them, in whichever language they speak. What is
 * sent is never retained and expires with the patience, so that a node that comes back later does not obey it. Safe on
 * every thread; nothing blocks.
 */
@Component
public class Deliveries {
    private static final int HIGHEST_IO_PIN = 7;

    /** What a device of another world reported longer ago says nothing about a command that it does not answer. */
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    private final Broker broker;
    private final Buildings buildings;
    private final Lanes lanes;
    private final Presences presences;
    private final LastSeen lastSeen;
    private final List<Interpreter> interpreters;
    private final Clock clock;
    private final int origin = new SecureRandom().nextInt();
    private final AtomicInteger number = new AtomicInteger();

    Deliveries(
            Broker broker,
            Buildings buildings,
            Lanes lanes,
            Presences presences,
            LastSeen lastSeen,
            List<Interpreter> interpreters,
            Clock clock) {
        this.broker = broker;
        this.buildings = buildings;
        this.lanes = lanes;
        this.presences = presences;
        this.lastSeen = lastSeen;
        this.interpreters = interpreters;
        this.clock = clock;
    }

    /** Why this point can never take this value, in one sentence for people; empty when it can. */
    public Optional<String> impossible(Point point, Value value) {
        boolean fits =
                switch (value) {
                    case Value.Switched _ -> point.kind() == Kind.RELAY;
                    case Value.Duty _ -> point.kind() == Kind.FAN || point.kind() == Kind.VALVE;
                    case Value.Changeover _ -> point.kind() == Kind.CHANGEOVER;
                    case Value.Quantity _, Value.Count _, Value.Motion _, Value.Unreadable _ -> false;
                };
        if (!point.commandable() || !fits) {
            return Optional.of(point.label() + " cannot be commanded to take that.");
        }
        return switch (node(point).dialect()) {
            case FIRMWARE -> impossibleForFirmware(point, value);
            case BMAC5 -> Optional.empty();
            case DISCOVERED -> impossibleForDiscovered(point, value);
        };
    }

    /** What a device cannot do is known once it has announced itself; until then there is an {@link #obstacle}. */
    private Optional<String> impossibleForDiscovered(Point point, Value value) {
        return interpreter(point)
                .filter(interpreter -> interpreter.request(point, value).isEmpty())
                .map(_ -> "The device has not told how " + point.label() + " is made to take " + value.inWords() + ".");
    }

    private Optional<Interpreter> interpreter(Point point) {
        return interpreters.stream()
                .filter(interpreter -> interpreter.knows(point.id()))
                .findFirst();
    }

    private static Optional<String> impossibleForFirmware(Point point, Value value) {
        boolean wired =
                switch (point.kind()) {
                    case FAN -> point.channel() <= PwmRequest.HIGHEST_PIN;
                    case RELAY, VALVE -> point.channel() <= HIGHEST_IO_PIN;
                    default -> true;
                };
        if (!wired) {
            return Optional.of("The node has no pin " + point.channel() + ".");
        }
        boolean between = value instanceof Value.Duty(int percent) && percent != 0 && percent != 100;
        return between && hasTwoStates(Dialect.FIRMWARE, point.kind())
                ? Optional.of("This valve can only be open (100 %) or shut (0 %).")
                : Optional.empty();
    }

    /** Whether an output of this kind is, for nodes that speak so, at one end of its range or at the other, never between. */
    public static boolean hasTwoStates(Dialect dialect, Kind kind) {
        return switch (kind) {
            case RELAY, CHANGEOVER -> true;
            case VALVE -> dialect == Dialect.FIRMWARE;
            default -> false;
        };
    }

    /** Why nothing can be brought to this point now, in one sentence for people; empty when it can be tried. */
    public Optional<String> obstacle(Point point) {
        Link link = broker.link();
        if (!link.up()) {
            return Optional.of("The link to the broker is down: " + link.reason() + ".");
        }
        Node node = node(point);
        if (node.dialect() == Dialect.BMAC5 && node.uid() == null) {
            return Optional.of("The node has not said yet who it is.");
        }
        if (node.dialect() == Dialect.DISCOVERED && interpreter(point).isEmpty()) {
            return Optional.of("The device has not announced since the start how " + point.label() + " is commanded.");
        }
        return presences
                .loss(node.id())
                .filter(loss -> !lastSeen.of(node.id()).orElse(Instant.MIN).isAfter(loss.at()))
                .map(loss -> "The node " + node.location() + " is offline: " + loss.reason() + ".");
    }

    /**
     * Brings the wish to the point; several to one node wait for one another where its language demands that.
     *
     * @param patience in whole seconds, at least 2: how long it may wait for its turn, and then how long until it has ended
     * @param onSent is told on any thread, at most once, that the broker has what moves the output
     * @throws IllegalArgumentException when it is {@linkplain #impossible impossible}
     */
    public Delivery deliver(Point point, Value value, Duration patience, Runnable onSent) {
        impossible(point, value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Node node = node(point);
        Lane lane = lanes.of(node, topic(node, point));
        Turn turn = new Turn(conversation(node, point, value, lane), patience, clock.instant(), onSent);
        lane.add(turn);
        return new Delivery(lane, turn);
    }

    private Node node(Point point) {
        return buildings.current().node(point.node()).orElseThrow();
    }

    private static String topic(Node node, Point point) {
        return switch (node.dialect()) {
            case FIRMWARE -> topicOfFirmware(point);
            case BMAC5 -> Lanes.channel(point.channel());
            case DISCOVERED -> "p/" + point.id().number();
        };
    }

    private static String topicOfFirmware(Point point) {
        return switch (point.kind()) {
            case FAN -> "pwm";
            case RELAY, VALVE -> "io";
            case CHANGEOVER -> "switch";
            default -> throw new IllegalArgumentException(point.kind().label() + " cannot be commanded");
        };
    }

    private Conversation conversation(Node node, Point point, Value value, Lane lane) {
        if (node.dialect() == Dialect.BMAC5) {
            Coding coding = Objects.requireNonNull(Coding.of(point.kind()));
            lanes.listen(point.id(), lane, reported -> coding.write(reported.asNumber()));
            return new ChannelTalk(point.channel(), coding, value, this::correlation).since(clock.instant());
        }
        if (node.dialect() == Dialect.DISCOVERED) {
            return foreign(point, value, lane);
        }
        return switch (value) {
            case Value.Duty(int percent)
            when point.kind() == Kind.FAN -> new FanTalk(point.channel(), percent, fans(node));
            case Value.Changeover(boolean heating) -> new SwitchTalk(heating);
            default -> new PinTalk(point.kind(), point.channel(), value.asNumber() > 0);
        };
    }

    private Conversation foreign(Point point, Value value, Lane lane) {
        Interpreter interpreter = interpreter(point).orElseThrow(Deliveries::withdrawn);
        lanes.listen(point.id(), lane, _ -> interpreter
                .last(point.id())
                .map(Interpreter.Report::payload)
                .orElse(Bytes.NONE));
        return new ForeignTalk(
                interpreter.request(point, value).orElseThrow(Deliveries::withdrawn),
                value,
                interpreter
                        .last(point.id())
                        .filter(report -> report.at().isAfter(clock.instant().minus(BELIEVED)))
                        .map(Interpreter.Report::value)
                        .orElse(null),
                clock.instant());
    }

    private static IllegalArgumentException withdrawn() {
        return new IllegalArgumentException("The device has withdrawn its announcement.");
    }

    private List<Integer> fans(Node node) {
        Building building = buildings.current();
        return building.pointsOf(node.id()).stream()
                .filter(point -> point.kind() == Kind.FAN && point.channel() <= PwmRequest.HIGHEST_PIN)
                .map(Point::channel)
                .distinct()
                .sorted()
                .toList();
    }

    /** Eight bytes: four of this run of the program, four that count. */
    private Bytes correlation() {
        int count = number.incrementAndGet();
        return Bytes.of(origin >> 24, origin >> 16, origin >> 8, origin, count >> 24, count >> 16, count >> 8, count);
    }
}
