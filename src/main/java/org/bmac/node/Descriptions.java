package org.bmac.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/** How a BMaC 5 node says that it is there, and what it is. */
final class Descriptions {
    private static final int VERSION = 5;
    private static final int HEAD = 3;
    private static final int EACH = 5;
    private static final int COMMANDABLE = 1;
    private static final int REPORTING = 2;

    private Descriptions() {}

    static NodeMessage presence(String uid, Bytes payload) {
        if (payload.length() != 1 || payload.at(0) > 1) {
            return Wire.unreadable(Fault.WRONG_LENGTH, "alive is 00 or 01");
        }
        return new NodeMessage.Presence(uid, payload.at(0) == 1 ? Sign.ALIVE : Sign.GONE);
    }

    static Bytes presence(Sign sign) {
        return switch (sign) {
            case ALIVE -> Bytes.of(1);
            case GONE -> Bytes.of(0);
            case TOLD, PONG -> throw new IllegalArgumentException("BMaC 5 has no presence/response and no pong");
        };
    }

    /** 05, major, minor, then for each channel its number, kind, flags and period in seconds (two bytes). */
    static NodeMessage read(String uid, Bytes payload) {
        int length = payload.length();
        if (length < HEAD || payload.at(0) != VERSION || (length - HEAD) % EACH != 0) {
            return Wire.unreadable(Fault.WRONG_LENGTH, "a hello is 05, a version and five bytes for each channel");
        }
        List<Channel> channels = new ArrayList<>((length - HEAD) / EACH);
        boolean[] seen = new boolean[256];
        for (int at = HEAD; at < length; at += EACH) {
            int number = payload.at(at);
            Coding coding = Coding.of(payload.at(at + 1));
            if (number > Channel.MOST || seen[number]) {
                return Wire.unreadable(Fault.BAD_CHANNEL, "channel " + number + " is too high or said twice");
            }
            if (coding == null) {
                return Wire.unreadable(Fault.UNKNOWN_KIND, "channel " + number + " is of kind " + payload.at(at + 1));
            }
            seen[number] = true;
            channels.add(channel(number, coding.kind(), payload, at));
        }
        return new NodeMessage.Described(uid, payload.at(1), payload.at(2), channels);
    }

    private static Channel channel(int number, Kind kind, Bytes payload, int at) {
        int flags = payload.at(at + 2);
        return new Channel(
                number,
                kind,
                (flags & COMMANDABLE) != 0,
                (flags & REPORTING) != 0,
                Duration.ofSeconds(Little.u16(payload, at + 3)));
    }

    static Bytes bytes(int major, int minor, List<Channel> channels) {
        byte[] all = new byte[HEAD + EACH * channels.size()];
        all[0] = VERSION;
        all[1] = (byte) major;
        all[2] = (byte) minor;
        int at = HEAD;
        for (Channel channel : channels) {
            Coding coding = Coding.of(channel.kind());
            if (coding == null) {
                throw new IllegalArgumentException(
                        "BMaC 5 has no " + channel.kind().label());
            }
            int seconds = (int) channel.period().toSeconds();
            all[at] = (byte) channel.number();
            all[at + 1] = (byte) coding.code();
            all[at + 2] = (byte) ((channel.commandable() ? COMMANDABLE : 0) | (channel.reporting() ? REPORTING : 0));
            all[at + 3] = (byte) seconds;
            all[at + 4] = (byte) (seconds >> 8);
            at += EACH;
        }
        return Bytes.wrap(all);
    }
}
