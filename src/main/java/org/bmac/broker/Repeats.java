package org.bmac.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which messages of a connection the broker marks as sent before: Paho does not say. It looks at the bytes as Paho takes them
 * from the connection (MQTT 5.0, 2.1 and 3.3), and so knows of a message before Paho hands it over. Bytes come on one thread.
 */
final class Repeats {
    private static final int PUBLISH = 0x30;
    private static final int TYPE = 0xf0;
    private static final int MARK = 0x08;
    private static final int QOS = 0x06;

    private final Set<Integer> packets = ConcurrentHashMap.newKeySet();
    private State state = State.HEADER;
    private boolean marked;
    private long remaining;
    private int shift;
    private int topic;
    private int packet;

    private enum State {
        HEADER,
        LENGTH,
        TOPIC_HIGH,
        TOPIC_LOW,
        TOPIC,
        PACKET_HIGH,
        PACKET_LOW,
        REST
    }

    /** Whether the message that has this number now is marked; asked once for each. */
    boolean take(int number) {
        return packets.remove(number);
    }

    /** The next bytes. */
    void pass(byte[] bytes, int from, int count) {
        int end = from + count;
        int next = from;
        while (next < end) {
            if (state == State.REST) {
                int skipped = (int) Math.min(remaining, end - next);
                next += skipped;
                left(skipped);
            } else {
                pass(bytes[next] & 0xff);
                next++;
            }
        }
    }

    /** The next byte, 0 to 255. */
    void pass(int next) {
        switch (state) {
            case HEADER -> header(next);
            case LENGTH -> length(next);
            case TOPIC_HIGH -> {
                topic = next << 8;
                step(State.TOPIC_LOW);
            }
            case TOPIC_LOW -> {
                topic |= next;
                step(topic == 0 ? State.PACKET_HIGH : State.TOPIC);
            }
            case TOPIC -> {
                topic--;
                step(topic == 0 ? State.PACKET_HIGH : State.TOPIC);
            }
            case PACKET_HIGH -> {
                packet = next << 8;
                step(State.PACKET_LOW);
            }
            case PACKET_LOW -> {
                packets.add(packet | next);
                step(State.REST);
            }
            case REST -> left(1);
        }
    }

    private void header(int next) {
        marked = (next & TYPE) == PUBLISH && (next & MARK) != 0 && (next & QOS) != 0;
        remaining = 0;
        shift = 0;
        state = State.LENGTH;
    }

    private void length(int next) {
        remaining |= (long) (next & 0x7f) << shift;
        shift += 7;
        if (next < 0x80) {
            state = marked ? State.TOPIC_HIGH : State.REST;
            left(0);
        }
    }

    private void step(State to) {
        state = to;
        left(1);
    }

    private void left(int less) {
        remaining -= less;
        if (remaining <= 0) {
            state = State.HEADER;
        }
    }
}
