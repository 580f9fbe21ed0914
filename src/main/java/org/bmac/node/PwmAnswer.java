package org.bmac.node;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bmac.point.Bytes;

/**
 * What an answer of the firmware's PWM module can mean. On the wire it carries no word of what was asked: {@code '1'} and
 * {@code '0'} are text, two bytes are a pin with its duty or two active pins, and other lists are active pins.
 */
public sealed interface PwmAnswer {

    /** Started, stopped or set. */
    record Done() implements PwmAnswer {}

    /** Not started (a pin is in use) or not set (the pin is not started). */
    record Refused() implements PwmAnswer {}

    /**
     * A pin's duty as the node reads it back.
     *
     * @param percent 1 for a pin that has 1, that has 0, or that was never started: the node cannot say 0
     */
    record Reads(int pin, int percent) implements PwmAnswer {
        /** Whether a pin that has this duty reads so. */
        public boolean confirms(int duty) {
            return percent == Math.max(duty, 1);
        }
    }

    /** The pins that are started, in the order in which they were. */
    record Active(List<Integer> pins) implements PwmAnswer {
        public Active {
            pins = List.copyOf(pins);
        }
    }

    /** The bytes that a node sends behind its place. */
    default Bytes data() {
        return switch (this) {
            case Done() -> Bytes.of('1');
            case Refused() -> Bytes.of('0');
            case Reads(int pin, int percent) -> Bytes.of(pin, percent);
            case Active(List<Integer> pins) ->
                Bytes.of(pins.stream().mapToInt(Integer::intValue).toArray());
        };
    }

    /** Everything that these bytes can mean: no GPIO is above 16 and no duty above 100. */
    static Set<PwmAnswer> possible(Bytes data) {
        Set<PwmAnswer> found = new LinkedHashSet<>();
        verdict(data).ifPresent(found::add);
        reading(data).ifPresent(found::add);
        active(data).ifPresent(found::add);
        return found;
    }

    /** What these bytes mean as the answer to this request. */
    static Optional<PwmAnswer> to(PwmRequest request, Bytes data) {
        return switch (request) {
            case PwmRequest.Start _, PwmRequest.Stop _, PwmRequest.Set _ -> verdict(data);
            case PwmRequest.Read(int pin) -> reading(data).filter(read -> read instanceof Reads r && r.pin() == pin);
            case PwmRequest.Active _ -> active(data);
        };
    }

    private static Optional<PwmAnswer> verdict(Bytes data) {
        if (data.length() != 1 || (data.at(0) != '1' && data.at(0) != '0')) {
            return Optional.empty();
        }
        return Optional.of(data.at(0) == '1' ? new Done() : new Refused());
    }

    private static Optional<PwmAnswer> reading(Bytes data) {
        boolean fits = data.length() == 2 && data.at(0) <= PwmRequest.HIGHEST_PIN && data.at(1) <= 100;
        return fits ? Optional.of(new Reads(data.at(0), data.at(1))) : Optional.empty();
    }

    private static Optional<PwmAnswer> active(Bytes data) {
        if (data.length() > PwmRequest.HIGHEST_PIN + 1 || !pins(data, 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Active(IntStream.range(0, data.length()).mapToObj(data::at).toList()));
    }

    /** Whether all bytes from there on can be GPIO numbers. */
    static boolean pins(Bytes data, int from) {
        for (int i = from; i < data.length(); i++) {
            if (data.at(i) > PwmRequest.HIGHEST_PIN) {
                return false;
            }
        }
        return true;
    }
}
