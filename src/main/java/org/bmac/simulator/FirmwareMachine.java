package org.bmac.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bmac.broker.Message;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.node.Answered;
import org.bmac.node.FirmwareCodec;
import org.bmac.node.Generation;
import org.bmac.node.LogLevel;
import org.bmac.node.Maintenance;
import org.bmac.node.Module;
import org.bmac.node.NodeMessage;
import org.bmac.node.Sign;
import org.bmac.node.Source;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Value;

/** The program of a node with the firmware of the original BMaC, as the protocol describes it, with its quirks. */
final class FirmwareMachine implements Machine {
    /** How an image of such a node says its version, somewhere among its bytes. */
    private static final Pattern VERSION = Pattern.compile("version=([0-9.]{1,20});");

    private static final Duration PAUSE_AFTER_SUBSCRIBING = Duration.ofMillis(100);
    private static final List<String> FIXED =
            List.of("upgrade", "presence/tell", "presence/ping", "presence/restart/#");

    private final String uid;
    private final Generation generation;
    private final Senses senses;
    private final Consumer<Effect> out;
    private final double firstBeat;

    /** What survives a restart: the location in the node's memory, the contacts of a latching relay. */
    private String location;

    private String version = "0.2";
    private final Map<Output, Double> remembered = new HashMap<>();
    private final Map<Output, Double> presets = new HashMap<>();

    private final Map<Module, FirmwareModule> modules = new EnumMap<>(Module.class);
    private final Set<Output> jammed = new HashSet<>();
    private final Queue<Message> waiting = new ArrayDeque<>();
    private final List<Later> later = new ArrayList<>();
    private Instant blockedUntil = Instant.MIN;

    private record Later(Instant at, Runnable what) {}

    /** @param firstBeat the part of a period until a timer's first beat, 1 on a real node */
    FirmwareMachine(String uid, Generation generation, Senses senses, double firstBeat, Consumer<Effect> out) {
        this.uid = uid;
        this.generation = generation;
        this.senses = senses;
        this.firstBeat = firstBeat;
        this.out = out;
        this.location = uid;
    }

    @Override
    public NodeConnection.Options options(URI broker) {
        Outgoing will = FirmwareCodec.encode(new NodeMessage.LastWill(), generation);
        return new NodeConnection.Options(broker, uid, false, false, Duration.ofSeconds(60), will, Duration.ZERO);
    }

    @Override
    public void boot(Instant now) {
        modules.clear();
        waiting.clear();
        later.clear();
        blockedUntil = Instant.MIN;
    }

    @Override
    public void connected(Instant now) {
        FIXED.forEach(this::subscribe);
        subscribe("cc/" + uid);
        subscribe("cc/ota_url");
        modules.values().forEach(this::listen);
        later.add(new Later(now.plus(PAUSE_AFTER_SUBSCRIBING), () -> say(new NodeMessage.Hello(uid))));
    }

    @Override
    public void hear(Message message, Instant now) {
        if (now.isBefore(blockedUntil)) {
            waiting.add(message);
        } else {
            obey(message, now);
        }
    }

    @Override
    public List<Outgoing> farewell() {
        return List.of();
    }

    @Override
    public void tick(Instant now, boolean online) {
        List<Later> due = later.stream().filter(one -> !now.isBefore(one.at)).toList();
        later.removeAll(due);
        due.forEach(one -> one.what.run());
        while (!waiting.isEmpty() && !now.isBefore(blockedUntil)) {
            obey(waiting.remove(), now);
        }
        for (FirmwareModule module : List.copyOf(modules.values())) {
            if (!now.isBefore(blockedUntil)) {
                module.tick(now);
            }
        }
    }

    @Override
    public double output(Kind kind, int channel) {
        return modules.values().stream()
                .mapToDouble(module -> module.output(kind, channel))
                .filter(number -> !Double.isNaN(number))
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void jam(Output output) {
        jammed.add(output);
    }

    @Override
    public void free() {
        jammed.clear();
    }

    /** When the module of this output starts for the first time, it does this already. */
    void preset(Output output, double number) {
        presets.put(output, number);
    }

    private void obey(Message message, Instant now) {
        log(LogLevel.DEBUG, message.topic() + " - ", message.payload());
        switch (message.topic()) {
            case "presence/tell" -> say(new NodeMessage.Presence(uid, Sign.TOLD));
            case "presence/ping" -> say(new NodeMessage.Presence(uid, Sign.PONG));
            case "presence/restart" -> restartIf(message.payload().text().equals(uid));
            case "presence/restart/all" -> restartIf(true);
            case "upgrade" -> upgradeIf(message.payload().text().equals(uid));
            case "cc/ota_url" -> {}
            default -> obeyOwn(message, now);
        }
    }

    private void obeyOwn(Message message, Instant now) {
        if (message.topic().equals("cc/" + uid)) {
            Maintenance command = Maintenance.read(message.payload());
            if (command != null) {
                maintain(command, now);
            }
            return;
        }
        for (FirmwareModule module : List.copyOf(modules.values())) {
            if (message.topic().equals(module.topic())) {
                module.hear(message.payload(), now);
            }
        }
    }

    private void maintain(Maintenance command, Instant now) {
        switch (command) {
            case Maintenance.Location(String place) -> location = place;
            case Maintenance.Modules(int mask) -> configure(mask & 0xff_ffff, now);
            case Maintenance.ActiveModules() -> say(new Answered.Modules(uid, Module.mask(modules.keySet())));
            case Maintenance.Version() -> say(new Answered.Version(uid, version));
            case Maintenance.Upgrade() -> upgradeIf(true);
        }
    }

    /** Toggles what differs, lowest bit first, until something cannot be started; what was toggled stays. */
    private void configure(int mask, Instant now) {
        for (Module module : Module.values()) {
            boolean wanted = (mask & module.bit()) != 0;
            if (!wanted) {
                modules.remove(module);
            } else if (!modules.containsKey(module)) {
                if (modules.keySet().stream().anyMatch(module::conflictsWith)) {
                    say(new NodeMessage.Distress(uid, "module config fail."));
                    return;
                }
                start(module, now);
            }
        }
    }

    private void start(Module module, Instant now) {
        FirmwareModule started = FirmwareModule.start(module, this, now);
        modules.put(module, started);
        presets.forEach(started::preset);
        listen(started);
        if (module == Module.PWM || module == Module.IO) {
            presets.keySet().removeIf(output -> !Double.isNaN(started.output(output.kind(), output.channel())));
        }
    }

    private void listen(FirmwareModule module) {
        String topic = module.topic();
        if (topic != null) {
            subscribe(topic);
        }
    }

    private void subscribe(String filter) {
        out.accept(new Effect.Subscribe(filter, 0));
    }

    private void restartIf(boolean meant) {
        if (meant) {
            crash();
        }
    }

    private void upgradeIf(boolean meant) {
        if (meant) {
            log(LogLevel.INFO, "Updating firmware...", Bytes.NONE);
            out.accept(new Effect.Fetch());
        }
    }

    /** Restarts with what it has fetched, when that is a firmware for it. */
    @Override
    public void fetched(Bytes image) {
        Matcher found = VERSION.matcher(image.text());
        if (found.find()) {
            version = found.group(1);
            crash();
        } else {
            log(LogLevel.ERROR, "Firmware update failed.", Bytes.NONE);
        }
    }

    private void log(LogLevel level, String text, Bytes raw) {
        Outgoing line = FirmwareCodec.encode(new NodeMessage.Logged(uid, level, text), generation);
        out.accept(new Effect.Publish(Outgoing.plain(line.topic(), joined(line.payload(), raw))));
    }

    private static Bytes joined(Bytes front, Bytes back) {
        byte[] all = java.util.Arrays.copyOf(front.toArray(), front.length() + back.length());
        System.arraycopy(back.toArray(), 0, all, front.length(), back.length());
        return Bytes.wrap(all);
    }

    // What its modules find around them.

    String location() {
        return location;
    }

    Senses senses() {
        return senses;
    }

    double firstBeat() {
        return firstBeat;
    }

    void say(NodeMessage message) {
        send(FirmwareCodec.encode(message, generation));
    }

    void send(Outgoing message) {
        out.accept(new Effect.Publish(message));
    }

    /** Publishes a reading, unless the sensor is missing. */
    void report(Kind kind) {
        double number = senses.feel(kind, 0);
        if (!Double.isNaN(number)) {
            report(kind, number);
        }
    }

    /** Publishes a reading, unless no sensor could say that. */
    void report(Kind kind, double number) {
        if (kind.plausible(number)) {
            send(reading(kind, number));
        }
    }

    Outgoing reading(Kind kind, double number) {
        Source source = new Source.Place(location);
        return FirmwareCodec.encode(
                new NodeMessage.Measured(source, kind, 0, Value.of(kind, number), Quality.GOOD), generation);
    }

    /** Does nothing else for this long, and then that. */
    void block(Instant now, Duration time, Runnable then) {
        blockedUntil = now.plus(time);
        later.add(new Later(blockedUntil, then));
    }

    /** Restarts, wanted or not. */
    void crash() {
        out.accept(new Effect.Restart());
    }

    boolean jammed(Kind kind, int channel) {
        return jammed.contains(new Output(kind, channel));
    }

    /** Whether another module has the pin. */
    boolean claimed(int gpio) {
        return modules.keySet().stream().anyMatch(module -> module.pins().contains(gpio));
    }

    double remembered(Output output) {
        return remembered.getOrDefault(output, 0.0);
    }

    void remember(Output output, double number) {
        remembered.put(output, number);
    }
}
