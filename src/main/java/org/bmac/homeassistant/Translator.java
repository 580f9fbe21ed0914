package org.bmac.homeassistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bmac.broker.Message;
import org.bmac.node.Intake;
import org.bmac.node.NodeMessage;
import org.bmac.node.Sign;
import org.bmac.node.Source;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says to the intake, in our words, what devices of other worlds say. All of it on the broker's delivery thread; a message
 * that makes no sense is about nothing, or makes its point unreadable, and never throws.
 */
@Component
class Translator {
    private final Announced announced;
    private final Intake intake;
    private final Map<Availability, Word> words = new HashMap<>();
    private final Map<String, Boolean> there = new HashMap<>();
    private final Map<PointId, Fan> fans = new HashMap<>();
    private long told;

    /** Whether somebody said to be there, as the so-many-th who said anything. */
    private record Word(boolean there, long number) {}

    /** What is known of a fan that says on two topics what it does. */
    private record Fan(@Nullable Boolean on, @Nullable Value speed) {
        static final Fan UNKNOWN = new Fan(null, null);

        Optional<Value> value() {
            return Boolean.FALSE.equals(on) ? Optional.of(new Value.Duty(0)) : Optional.ofNullable(speed);
        }
    }

    Translator(Announced announced, Intake intake) {
        this.announced = announced;
        this.intake = intake;
    }

    /** A device said something on one of the topics that it had announced. */
    void on(Message message, Runnable acknowledgement) {
        Catalogue catalogue = announced.catalogue();
        Set<Availability> availabilities = catalogue.availabilitiesOn(message.topic());
        boolean news = false;
        for (Availability availability : availabilities) {
            Optional<Boolean> said = availability.read(message.payload());
            news |= said.isPresent();
            said.ifPresent(yes -> words.put(availability, new Word(yes, ++told)));
        }
        if (news) {
            presences(catalogue, availabilities, message);
        }
        List<NodeMessage.Measured> values = new ArrayList<>();
        for (Entry entry : catalogue.on(message.topic())) {
            value(entry, message).ifPresent(value -> values.add(measured(entry, value, message)));
        }
        intake.hear(message, new NodeMessage.Translated(values), acknowledgement);
    }

    private NodeMessage.Measured measured(Entry entry, Value value, Message message) {
        announced.reported(entry.point(), value, message.payload());
        return new NodeMessage.Measured(
                new Source.Uid(entry.uid()),
                entry.kind(),
                entry.channel(),
                value,
                value instanceof Value.Unreadable ? Quality.BAD : Quality.GOOD);
    }

    private Optional<Value> value(Entry entry, Message message) {
        Signal signal = entry.signal();
        Power power = signal.power();
        if (power == null) {
            return signal.read(message.payload());
        }
        Fan before = fans.getOrDefault(entry.point(), Fan.UNKNOWN);
        Fan now = before;
        Optional<Boolean> on = message.topic().equals(power.topic()) ? power.read(message.payload()) : Optional.empty();
        Optional<Value> speed =
                message.topic().equals(signal.topic()) ? signal.read(message.payload()) : Optional.empty();
        if (on.isPresent()) {
            now = new Fan(on.get(), now.speed());
        }
        if (speed.isPresent()) {
            now = new Fan(now.on(), speed.get());
        }
        fans.put(entry.point(), now);
        return on.isPresent() || speed.isPresent() ? now.value() : Optional.empty();
    }

    /** A device is gone when nothing of it is there. */
    private void presences(Catalogue catalogue, Set<Availability> changed, Message message) {
        catalogue.devices().forEach((uid, entries) -> {
            boolean concerns = entries.stream()
                    .flatMap(entry -> entry.signal().presence().sources().stream())
                    .anyMatch(changed::contains);
            if (concerns) {
                presence(
                        uid,
                        entries.stream()
                                .anyMatch(entry -> isThere(entry.signal().presence())),
                        message);
            }
        });
    }

    /** What is retained tells how it is, too. */
    private void presence(String uid, boolean now, Message message) {
        Boolean before = there.put(uid, now);
        if (before == null ? !now : before != now) {
            Message alone = new Message(
                    message.topic(),
                    message.payload(),
                    0,
                    message.retained(),
                    false,
                    message.properties(),
                    message.at());
            intake.hear(alone, new NodeMessage.Presence(uid, now ? Sign.ALIVE : Sign.GONE), () -> {});
        }
    }

    /** Who has said nothing yet counts as being there. */
    private boolean isThere(Presence presence) {
        List<Word> said = presence.sources().stream()
                .map(words::get)
                .filter(word -> word != null)
                .toList();
        if (said.isEmpty()) {
            return true;
        }
        return switch (presence.mode()) {
            case ALL -> said.stream().allMatch(Word::there);
            case ANY -> said.stream().anyMatch(Word::there);
            case LATEST ->
                said.stream()
                        .max(java.util.Comparator.comparingLong(Word::number))
                        .orElseThrow()
                        .there();
        };
    }
}
