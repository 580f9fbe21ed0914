package org.bmac.homeassistant;

import java.util.Optional;
import org.bmac.node.ForeignRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** How an entity is commanded. */
sealed interface Order {
    /** What brings it to this value; empty when there is no such thing. */
    Optional<ForeignRequest> request(Value value);

    /** It takes no commands. */
    record None() implements Order {
        @Override
        public Optional<ForeignRequest> request(Value value) {
            return Optional.empty();
        }
    }

    /** One text for on, another for off. */
    record Words(String topic, String on, String off) implements Order {
        @Override
        public Optional<ForeignRequest> request(Value value) {
            return value instanceof Value.Switched(boolean wanted)
                    ? Optional.of(send(topic, wanted ? on : off))
                    : Optional.empty();
        }
    }

    /**
     * A speed in steps.
     *
     * @param least the number of the slowest step
     * @param steps how many there are; the last is 100 %
     * @param power what switches it off; null where the step below the least does
     */
    record Speed(
            String topic,
            double least,
            double steps,
            @Nullable Words power) implements Order {
        @Override
        public Optional<ForeignRequest> request(Value value) {
            if (!(value instanceof Value.Duty(int percent))) {
                return Optional.empty();
            }
            if (percent == 0) {
                return Optional.of(power == null ? send(topic, "0") : send(power.topic(), power.off()));
            }
            long step = Math.round(percent * steps / 100);
            return step >= 1 && Math.round(step * 100 / steps) == percent
                    ? Optional.of(send(topic, Long.toString(Math.round(least) - 1 + step)))
                    : Optional.empty();
        }
    }

    private static ForeignRequest send(String topic, String text) {
        return new ForeignRequest(topic, Bytes.of(text));
    }
}
