package org.bmac.node;

import java.util.List;
import java.util.stream.IntStream;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** A request to the firmware's PWM module, which drives fans. Pins are GPIO numbers. */
public sealed interface PwmRequest extends Request {

    /** The highest GPIO number of an ESP8266. */
    int HIGHEST_PIN = 16;

    @Override
    default String topic(String name) {
        return "pwm/" + name;
    }

    /** Start on these pins; refused when one is in use. */
    record Start(List<Integer> pins) implements PwmRequest {
        public Start {
            pins = List.copyOf(pins);
            if (pins.isEmpty() || pins.size() > HIGHEST_PIN + 1) {
                throw new IllegalArgumentException("PWM starts on 1 to 17 pins, not on " + pins.size());
            }
            pins.forEach(PwmRequest::checkPin);
        }

        @Override
        public Bytes payload() {
            int[] bytes = new int[pins.size() + 2];
            bytes[0] = 0x01;
            bytes[1] = pins.size();
            for (int i = 0; i < pins.size(); i++) {
                bytes[i + 2] = pins.get(i);
            }
            return Bytes.of(bytes);
        }
    }

    /** Stop and release the pins. A second stop makes a real node crash. */
    record Stop() implements PwmRequest {
        @Override
        public Bytes payload() {
            return Bytes.of(0x02);
        }
    }

    /** Give a pin this duty in per cent. Before {@link Start} it makes a real node crash. */
    record Set(int pin, int percent) implements PwmRequest {
        public Set {
            checkPin(pin);
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("a duty is 0 to 100 %, not " + percent);
            }
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x04, pin, percent);
        }
    }

    /** Which duty does a pin have? Before {@link Start} it makes a real node crash. */
    record Read(int pin) implements PwmRequest {
        public Read {
            checkPin(pin);
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x08, pin);
        }
    }

    /** Which pins are started? Safe at any time. */
    record Active() implements PwmRequest {
        @Override
        public Bytes payload() {
            return Bytes.of(0x10);
        }
    }

    /** As a node reads it, null when it would not obey or what it does then is not defined. */
    static @Nullable PwmRequest read(Bytes payload) {
        int length = payload.length();
        return switch (length == 0 ? 0 : payload.at(0)) {
            case 0x01 -> start(payload);
            case 0x02 -> new Stop();
            case 0x04 ->
                length >= 3 && payload.at(1) <= HIGHEST_PIN && payload.at(2) <= 100
                        ? new Set(payload.at(1), payload.at(2))
                        : null;
            case 0x08 -> length >= 2 && payload.at(1) <= HIGHEST_PIN ? new Read(payload.at(1)) : null;
            case 0x10 -> new Active();
            default -> null;
        };
    }

    private static @Nullable Start start(Bytes payload) {
        int pins = payload.length() - 2;
        if (pins < 1 || pins > HIGHEST_PIN + 1 || payload.at(1) != pins || !PwmAnswer.pins(payload, 2)) {
            return null;
        }
        return new Start(
                IntStream.range(2, payload.length()).mapToObj(payload::at).toList());
    }

    private static void checkPin(int pin) {
        if (pin < 0 || pin > HIGHEST_PIN) {
            throw new IllegalArgumentException("a GPIO is 0 to " + HIGHEST_PIN + ", not " + pin);
        }
    }
}
