package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bmac.broker.Message;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

/** Whatever comes, it is answered with a message and never with an exception. */
class FuzzTests {
    private static final int TASKS = 100;
    private static final int EACH = 100_000;
    private static final List<Message> CAPTURED =
            Capture.FILES.stream().flatMap(file -> Capture.read(file).stream()).toList();
    private static final String[] TOPICS = topics();
    private static final Properties5 STAMPED = new Properties5(null, null, null, null, Map.of("t", "x1"));

    @Test
    void tenMillionPayloadsOnAllTopicsRaiseNoException() {
        Set<Class<?>> found = IntStream.range(0, TASKS)
                .parallel()
                .mapToObj(FuzzTests::decodeMany)
                .collect(HashSet::new, Set::addAll, Set::addAll);
        assertThat(found)
                .contains(
                        NodeMessage.Measured.class,
                        NodeMessage.Reported.class,
                        NodeMessage.Unreadable.class,
                        NodeMessage.Ignored.class,
                        NodeMessage.Overheard.class,
                        NodeMessage.Described.class,
                        Answered.Pwm.class,
                        Answered.Io.class,
                        Answered.Command.class);
    }

    private static Set<Class<?>> decodeMany(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Class<?>> found = new HashSet<>();
        for (int i = 0; i < EACH; i++) {
            found.add(Dialects.decode(message(random)).getClass());
        }
        return found;
    }

    private static Message message(SplittableRandom random) {
        String topic = TOPICS[random.nextInt(TOPICS.length)];
        int shape = random.nextInt(8);
        return new Message(
                shape == 0 ? mangled(topic, random) : topic,
                payload(random),
                1,
                shape == 1,
                false,
                shape == 2 ? STAMPED : Properties5.NONE,
                Messages.NOW);
    }

    private static Bytes payload(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> noise(random, random.nextInt(48));
            case 1 -> noise(random, random.nextInt(6));
            case 2 -> mutated(captured(random), random);
            default -> truncated(captured(random), random);
        };
    }

    private static Bytes captured(SplittableRandom random) {
        return CAPTURED.get(random.nextInt(CAPTURED.size())).payload();
    }

    private static Bytes noise(SplittableRandom random, int length) {
        byte[] array = new byte[length];
        random.nextBytes(array);
        return Bytes.wrap(array);
    }

    private static Bytes mutated(Bytes bytes, SplittableRandom random) {
        byte[] array = bytes.toArray();
        for (int i = random.nextInt(3); i >= 0 && array.length > 0; i--) {
            array[random.nextInt(array.length)] = (byte) random.nextInt();
        }
        return Bytes.wrap(array);
    }

    private static Bytes truncated(Bytes bytes, SplittableRandom random) {
        return bytes.slice(0, random.nextInt(bytes.length() + 1));
    }

    private static String mangled(String topic, SplittableRandom random) {
        int at = random.nextInt(topic.length() + 1);
        return topic.substring(0, at) + (char) random.nextInt(0x20, 0x2000) + topic.substring(at);
    }

    private static String[] topics() {
        Set<String> topics = new HashSet<>();
        CAPTURED.forEach(message -> topics.add(message.topic()));
        List<String> more =
                new ArrayList<>(List.of("alive", "hello", "log", "cfg", "get", "fw", "r/0", "r/254", "r/x"));
        more.addAll(List.of("a/4", "a/", "c/4", "c/4/4", "", "else"));
        more.forEach(word -> topics.add("bmac5/a020a6000002/" + word));
        topics.add("bmac5/nobody/alive");
        topics.add("");
        return topics.toArray(String[]::new);
    }
}
