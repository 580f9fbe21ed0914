package org.bmac.simulator;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bmac.broker.Message;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.node.Answered;
import org.bmac.node.Bmac5Codec;
import org.bmac.node.Bmac5Request;
import org.bmac.node.Channel;
import org.bmac.node.LogLevel;
import org.bmac.node.NodeMessage;
import org.bmac.node.Result;
import org.bmac.node.Sign;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** The program of a BMaC 5 node, as the protocol describes it. */
final class Bmac5Machine implements Machine {
    private static final int KEPT = 200;
    private static final int REMEMBERED = 16;
    private static final Pattern VERSION = Pattern.compile("version=([0-9]{1,2})\\.([0-9]{1,2});");
    private static final List<String> LISTENS = List.of("c/+", "cfg", "get", "fw");

    private final String uid;
    private final Senses senses;
    private final double firstBeat;
    private final Consumer<Effect> out;
    private final Map<Integer, Bmac5Channel> channels = new TreeMap<>();
    private final Set<Output> jammed = new HashSet<>();
    private final Deque<NodeMessage.Reported> kept = new ArrayDeque<>();
    private final Deque<Bytes> answered = new ArrayDeque<>();
    private Bmac5Request.@Nullable Upgrade upgrade;
    private int major = 1;
    private int minor;

    /** @param firstBeat the part of a period until a timer's first beat */
    Bmac5Machine(String uid, List<Channel> channels, Senses senses, double firstBeat, Consumer<Effect> out) {
        this.uid = uid;
        this.senses = senses;
        this.firstBeat = firstBeat;
        this.out = out;
        channels.forEach(channel -> this.channels.put(channel.number(), new Bmac5Channel(channel)));
    }

    /** It keeps its session: the will of one that ends with its connection is not delayed. */
    @Override
    public NodeConnection.Options options(URI broker) {
        return new NodeConnection.Options(
                broker,
                uid,
                true,
                false,
                Duration.ofSeconds(20),
                Bmac5Codec.encode(new NodeMessage.Presence(uid, Sign.GONE)),
                Duration.ofSeconds(5));
    }

    @Override
    public void boot(Instant now) {
        kept.clear();
        channels.values().forEach(channel -> channel.boot(now, firstBeat));
    }

    @Override
    public void connected(Instant now) {
        LISTENS.forEach(topic -> out.accept(new Effect.Subscribe(Bmac5Request.PREFIX + uid + "/" + topic, 1)));
        say(new NodeMessage.Presence(uid, Sign.ALIVE));
        hello();
        while (!kept.isEmpty()) {
            say(kept.remove());
        }
        // What speaks on change only would otherwise be unknown to a server that is new.
        channels.values().forEach(channel -> report(channel, now));
    }

    @Override
    public void hear(Message message, Instant now) {
        if (Bmac5Codec.decode(message) instanceof NodeMessage.Overheard(String _, var request)
                && request instanceof Bmac5Request known) {
            obey(known, message.duplicate(), now);
        } else {
            log(LogLevel.WARNING, "dropped " + message.payload().length() + " bytes on " + message.topic());
        }
    }

    /** Restarts with what it has fetched, when that is what it was told of and a program for it. */
    @Override
    public void fetched(Bytes image) {
        Bmac5Request.Upgrade told = upgrade;
        upgrade = null;
        Matcher found = VERSION.matcher(image.text());
        if (told == null || image.length() != told.size() || !sha256(image).equals(told.sha256()) || !found.find()) {
            log(LogLevel.ERROR, "Firmware update failed.");
            return;
        }
        major = Integer.parseInt(found.group(1));
        minor = Integer.parseInt(found.group(2));
        out.accept(new Effect.Restart());
    }

    private static Bytes sha256(Bytes image) {
        try {
            return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(image.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The broker keeps that it is up, and forgets the will of who says goodbye. */
    @Override
    public List<Outgoing> farewell() {
        return List.of(Bmac5Codec.encode(new NodeMessage.Presence(uid, Sign.GONE)));
    }

    @Override
    public void tick(Instant now, boolean online) {
        for (Bmac5Channel channel : channels.values()) {
            Bytes value = channel.looks(now) ? value(channel) : null;
            if (value != null && channel.speaks(value)) {
                report(channel, value, now, online);
            }
        }
    }

    @Override
    public double output(Kind kind, int channel) {
        Bmac5Channel found = channels.get(channel);
        return found == null || found.channel().kind() != kind ? Double.NaN : found.output();
    }

    @Override
    public void jam(Output output) {
        jammed.add(output);
    }

    @Override
    public void free() {
        jammed.clear();
    }

    /** The node's own thermostat or timer would have an output so. */
    void suggest(int channel, double number, Instant now) {
        Bmac5Channel found = channels.get(channel);
        if (found != null && !jammed(found)) {
            found.suggest(number, now);
        }
    }

    private void obey(Bmac5Request request, boolean again, Instant now) {
        switch (request) {
            case Bmac5Request.Command command -> {
                if (!again || isNew(command.correlation())) {
                    command(command, now);
                }
            }
            case Bmac5Request.Periods(Map<Integer, Duration> periods) ->
                periods.forEach((number, period) -> {
                    Bmac5Channel channel = channels.get(number);
                    if (channel != null) {
                        channel.every(period, now, 1);
                    }
                });
            case Bmac5Request.Get(Integer number) -> get(number, now);
            case Bmac5Request.Upgrade told -> {
                upgrade = told;
                log(LogLevel.INFO, "Updating firmware...");
                out.accept(new Effect.FetchFrom(told.image()));
            }
        }
    }

    /** Each command is answered once, also when the broker delivers it twice. */
    private boolean isNew(@Nullable Bytes correlation) {
        return correlation == null || !answered.contains(correlation);
    }

    private void command(Bmac5Request.Command command, Instant now) {
        Bmac5Channel channel = channels.get(command.channel());
        if (channel == null || !channel.channel().commandable()) {
            answer(command, Result.UNKNOWN_CHANNEL, Bytes.NONE);
            return;
        }
        Value wanted = channel.coding().read(command.value());
        if (wanted == null) {
            log(
                    LogLevel.WARNING,
                    "a command of " + command.value().length() + " bytes for channel " + command.channel());
        } else if (wanted instanceof Value.Unreadable) {
            answer(command, Result.OUT_OF_RANGE, channel.coding().write(channel.output()));
        } else {
            if (!jammed(channel)) {
                channel.command(wanted.asNumber(), now);
            }
            answer(command, Result.DONE, command.value());
        }
    }

    private void answer(Bmac5Request.Command command, Result result, Bytes value) {
        Bytes correlation = command.correlation();
        if (correlation != null) {
            answered.add(correlation);
            if (answered.size() > REMEMBERED) {
                answered.remove();
            }
        }
        say(new Answered.Command(uid, command.channel(), result, value, correlation));
    }

    private void get(@Nullable Integer number, Instant now) {
        if (number == null) {
            hello();
            channels.values().forEach(channel -> report(channel, now));
            return;
        }
        Bmac5Channel channel = channels.get(number);
        if (channel != null) {
            report(channel, now);
        }
    }

    private void hello() {
        List<Channel> described = new ArrayList<>();
        channels.values().forEach(channel -> described.add(channel.channel()));
        say(new NodeMessage.Described(uid, major, minor, described));
    }

    private void report(Bmac5Channel channel, Instant now) {
        Bytes value = value(channel);
        if (value != null) {
            report(channel, value, now, true);
        }
    }

    private void report(Bmac5Channel channel, Bytes value, Instant now, boolean online) {
        channel.said(value);
        int number = channel.channel().number();
        if (online) {
            say(new NodeMessage.Reported(uid, number, value, null));
        } else {
            kept.add(new NodeMessage.Reported(uid, number, value, now));
            if (kept.size() > KEPT) {
                kept.remove();
            }
        }
    }

    /** What a channel has to say, in bytes; null when its sensor is missing or says what no sensor can. */
    private @Nullable Bytes value(Bmac5Channel channel) {
        Channel its = channel.channel();
        double number = its.commandable() ? channel.output() : senses.feel(its.kind(), its.number());
        return its.kind().plausible(number) ? channel.coding().write(number) : null;
    }

    private boolean jammed(Bmac5Channel channel) {
        return jammed.contains(
                new Output(channel.channel().kind(), channel.channel().number()));
    }

    private void log(LogLevel level, String text) {
        say(new NodeMessage.Logged(uid, level, text));
    }

    private void say(NodeMessage message) {
        out.accept(new Effect.Publish(Bmac5Codec.encode(message)));
    }
}
