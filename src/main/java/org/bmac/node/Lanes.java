package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The lane of each topic of each node, and what comes in for it. Safe on every thread. */
@Component
class Lanes implements NodeListener, ReadingListener {
    private static final Duration GRACE = Duration.ofMillis(1_200);

    private record Key(NodeId node, String topic) {}

    private record Ear(Lane lane, Function<Value, Bytes> bytes) {}

    private final Post post;
    private final Buildings buildings;
    private final Addresses addresses;
    private final Clock clock;
    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<PointId, Ear> ears = new ConcurrentHashMap<>();

    Lanes(Post post, Buildings buildings, Addresses addresses, Clock clock) {
        this.post = post;
        this.buildings = buildings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The lane on which this node is told things of this topic. */
    Lane of(Node node, String topic) {
        Duration grace = node.dialect() == Dialect.FIRMWARE ? GRACE : Duration.ZERO;
        return lanes.computeIfAbsent(
                new Key(node.id(), topic), key -> new Lane(post, () -> name(key.node()), grace, clock));
    }

    /**
     * The readings of this point are heard in this lane from now on.
     *
     * @param bytes as which a value came
     */
    void listen(PointId point, Lane lane, Function<Value, Bytes> bytes) {
        ears.put(point, new Ear(lane, bytes));
    }

    private String name(NodeId id) {
        Node node = buildings.current().node(id).orElseThrow();
        return switch (node.dialect()) {
            case FIRMWARE -> addresses.of(node);
            case BMAC5 -> Objects.requireNonNull(node.uid());
            case DISCOVERED -> node.location();
        };
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node != null && said instanceof Answered answered) {
            Lane lane = lanes.get(new Key(node.id(), topic(answered)));
            if (lane != null) {
                lane.hear(answered, payload(answered));
            }
        }
    }

    @Override
    public void on(Reading reading) {
        Ear ear = ears.get(reading.point());
        if (ear != null && reading.quality() != Quality.BAD) {
            ear.lane().hear(reading.value(), reading.at(), ear.bytes().apply(reading.value()));
        }
    }

    /** Sees what has been silent for too long. */
    @Scheduled(fixedDelay = 50)
    void step() {
        lanes.values().forEach(Lane::step);
    }

    static String topic(Request request) {
        return switch (request) {
            case PwmRequest _ -> "pwm";
            case IoRequest _ -> "io";
            case SwitchRequest _ -> "switch";
            case Bmac5Request.Command command -> channel(command.channel());
            case Broadcast _, Maintenance _, PlantRequest _, CoffeeRequest _, Bmac5Request _, ForeignRequest _ ->
                "other";
        };
    }

    static String channel(int number) {
        return "c/" + number;
    }

    private static String topic(Answered answered) {
        return switch (answered) {
            case Answered.Pwm _, Answered.Meant _ -> "pwm";
            case Answered.Io _ -> "io";
            case Answered.Switch _ -> "switch";
            case Answered.Command command -> channel(command.channel());
            case Answered.Trigger _, Answered.Coffee _, Answered.Modules _, Answered.Version _ -> "other";
        };
    }

    private static Bytes payload(Answered answered) {
        return answered instanceof Answered.Command
                ? Bmac5Codec.encode(answered).payload()
                : FirmwareCodec.encode(answered, Generation.CAREFUL).payload();
    }
}
