package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.broker.Outgoing;
import org.bmac.node.Answered;
import org.bmac.node.PlantRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/**
 * A plant in a pot on a scale, looked at once a minute, and watered for ten seconds when it is dry. The drier, the higher
 * the raw number: about 379 wet, 766 dry. Where nothing else is felt, the module has a pot of its own, which dries.
 */
final class PlantModule extends FirmwareModule {
    private static final Duration WATERING = Duration.ofSeconds(10);
    private static final int DEFAULT_TRIGGER = 530;
    private static final double WET = 385;
    private static final double DRIES_A_MINUTE = 0.6;
    private static final double WEIGHT_WHEN_DRY = 79_000;
    private static final double WEIGHT_OF_WATER = 9_000;

    private final Beat beat;
    private int trigger = DEFAULT_TRIGGER;
    private double dryness;

    PlantModule(FirmwareMachine node, Instant now) {
        super(node);
        beat = beat(Duration.ofSeconds(60), now);
        dryness = WET + 140 * node.firstBeat();
    }

    @Override
    String topic() {
        return "plants/" + address;
    }

    @Override
    void hear(Bytes command, Instant now) {
        PlantRequest request = PlantRequest.read(command);
        if (request == null) {
            return;
        }
        switch (request) {
            case PlantRequest.Measure() -> measure();
            case PlantRequest.SetTrigger(int raw) -> trigger = raw;
            case PlantRequest.ReadTrigger() -> node.say(new Answered.Trigger(address, node.location(), trigger));
        }
    }

    @Override
    void tick(Instant now) {
        if (beat.due(now)) {
            dryness += DRIES_A_MINUTE;
            if (measure() >= trigger) {
                node.block(now, WATERING, () -> dryness = WET);
            }
        }
    }

    private double measure() {
        double felt = node.senses().feel(Kind.MOISTURE, 0);
        double raw = Math.rint(Double.isNaN(felt) ? dryness : felt);
        double weighed = node.senses().feel(Kind.WEIGHT, 0);
        node.report(Kind.WEIGHT, Math.rint(Double.isNaN(weighed) ? weight(raw) : weighed));
        node.send(again(node.reading(Kind.MOISTURE, raw)));
        node.report(Kind.MOISTURE, raw);
        return raw;
    }

    /** What a pot that was watered whenever it was dry showed at a moment of the past. */
    static double dryness(Instant moment) {
        double minutes = moment.getEpochSecond() / 60.0;
        return WET + DRIES_A_MINUTE * (minutes % ((DEFAULT_TRIGGER - WET) / DRIES_A_MINUTE));
    }

    static double weight(double raw) {
        return WEIGHT_WHEN_DRY + WEIGHT_OF_WATER * (766 - raw) / (766 - 379);
    }

    /** The firmware says its moisture a second time, on a topic that is called a response. */
    private static Outgoing again(Outgoing moisture) {
        return new Outgoing(
                "nsa/plant/response", moisture.payload(), moisture.qos(), moisture.retain(), moisture.properties());
    }
}
