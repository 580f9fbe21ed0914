package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** The answers whose topic carries the name on which the node listens; and the two whose topic all nodes share. */
enum Answers {
    IO("io/response/") {
        @Override
        NodeMessage read(String address, String location, Bytes payload, int from) {
            IoAnswer answer = IoAnswer.read(payload, from);
            return answer == null ? unknown() : new Answered.Io(address, location, answer);
        }
    },
    SWITCH("switch/response/") {
        @Override
        NodeMessage read(String address, String location, Bytes payload, int from) {
            SwitchAnswer answer = SwitchAnswer.read(payload, from);
            return answer == null ? unknown() : new Answered.Switch(address, location, answer);
        }
    },
    PLANT("plant/response/") {
        @Override
        NodeMessage read(String address, String location, Bytes payload, int from) {
            return payload.length() - from == 2
                    ? new Answered.Trigger(address, location, Little.u16(payload, from))
                    : unknown();
        }
    };

    private static final Answers[] ALL = values();
    private final String prefix;

    Answers(String prefix) {
        this.prefix = prefix;
    }

    abstract NodeMessage read(String address, String location, Bytes payload, int from);

    static @Nullable Answers of(String topic) {
        for (Answers answers : ALL) {
            if (topic.startsWith(answers.prefix)) {
                return answers;
            }
        }
        return null;
    }

    NodeMessage read(String topic, Bytes payload) {
        int separator = payload.indexOf(';', 0);
        Source.Place place = Wire.place(payload, separator);
        return place == null
                ? Wire.noPlace(separator)
                : read(topic.substring(prefix.length()), place.location(), payload, separator + 1);
    }

    static NodeMessage pwm(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        Source.Place place = Wire.place(payload, separator);
        if (place == null) {
            return Wire.noPlace(separator);
        }
        Bytes data = payload.slice(separator + 1, payload.length());
        return PwmAnswer.possible(data).isEmpty() ? unknown() : new Answered.Pwm(place.location(), data);
    }

    static NodeMessage coffee(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        Source.Place place = Wire.place(payload, separator);
        if (place == null) {
            return Wire.noPlace(separator);
        }
        int end = payload.length();
        while (end > separator + 1 && (payload.at(end - 1) == '\r' || payload.at(end - 1) == '\n')) {
            end--;
        }
        return new Answered.Coffee(place.location(), payload.text(separator + 1, end));
    }

    private static NodeMessage unknown() {
        return Wire.unreadable(Fault.UNKNOWN_RESULT, "no node answers that");
    }
}
