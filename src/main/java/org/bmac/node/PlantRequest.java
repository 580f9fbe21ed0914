package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** A request to the firmware's plant module. */
public sealed interface PlantRequest extends Request {

    @Override
    default String topic(String name) {
        return "plants/" + name;
    }

    /** Measure now. */
    record Measure() implements PlantRequest {
        @Override
        public Bytes payload() {
            return Bytes.of(0x01);
        }
    }

    /** Water from this raw moisture on; the drier, the higher. */
    record SetTrigger(int raw) implements PlantRequest {
        public SetTrigger {
            if (raw < 0 || raw > 0xffff) {
                throw new IllegalArgumentException("a trigger is 0 to 65535, not " + raw);
            }
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x02, raw, raw >> 8);
        }
    }

    /** From which moisture on does it water? Answered by {@link Answered.Trigger}. */
    record ReadTrigger() implements PlantRequest {
        @Override
        public Bytes payload() {
            return Bytes.of(0x04);
        }
    }

    /** As a node reads it; null when it would not obey. */
    static @Nullable PlantRequest read(Bytes payload) {
        return switch (payload.length() == 0 ? 0 : payload.at(0)) {
            case 0x01 -> new Measure();
            case 0x02 -> payload.length() == 3 ? new SetTrigger(Little.u16(payload, 1)) : null;
            case 0x04 -> new ReadTrigger();
            default -> null;
        };
    }
}
