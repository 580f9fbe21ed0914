package org.bmac.node;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Value;

/** Things that can be said on the wire, by seed. */
final class Generator {
    private static final List<Kind> FIRMWARE = List.of(
            Kind.TEMPERATURE,
            Kind.HUMIDITY,
            Kind.PRESSURE,
            Kind.CO2,
            Kind.MOTION,
            Kind.ESPRESSO,
            Kind.DOUBLE_ESPRESSO,
            Kind.COFFEE,
            Kind.DOUBLE_COFFEE,
            Kind.MOISTURE,
            Kind.WEIGHT);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzÄÖÜäöüß 0123456789-_.,:!€→";

    private final RandomGenerator random;

    Generator(RandomGenerator random) {
        this.random = random;
    }

    NodeMessage firmware() {
        return switch (random.nextInt(17)) {
            case 0 -> new NodeMessage.Hello(uid());
            case 1 -> new NodeMessage.Presence(uid(), random.nextBoolean() ? Sign.TOLD : Sign.PONG);
            case 2 -> new NodeMessage.Logged(uid(), oneOf(LogLevel.values()), text(60) + ";" + text(9));
            case 3 -> new NodeMessage.Distress(uid(), text(40));
            case 4 -> new NodeMessage.LastWill();
            case 5 ->
                new NodeMessage.Co2Event(place(), random.nextInt(3), random.nextBoolean(), random.nextInt(0x10000));
            case 6 -> new Answered.Pwm(place(), pwmAnswer().data());
            case 7 -> new Answered.Io(place(), place(), ioAnswer());
            case 8 -> new Answered.Switch(place(), place(), switchAnswer());
            case 9 -> new Answered.Trigger(place(), place(), random.nextInt(0x10000));
            case 10 -> new Answered.Coffee(place(), text(30));
            case 11 -> new Answered.Modules(uid(), random.nextInt(0x1000000));
            case 12 -> new Answered.Version(uid(), "v" + text(5));
            case 13 -> new NodeMessage.Overheard(uid(), maintenance());
            case 14 -> new NodeMessage.Overheard(place(), toPlace());
            case 15 -> new NodeMessage.Overheard("", broadcast());
            default -> measured();
        };
    }

    private NodeMessage measured() {
        Kind kind = FIRMWARE.get(random.nextInt(FIRMWARE.size()));
        double number =
                switch (kind) {
                    case TEMPERATURE -> random.nextInt(-4000, 8501) / 100.0;
                    case HUMIDITY -> random.nextInt(10001) / 100.0;
                    case PRESSURE -> random.nextInt(3_000_000, 11_000_001) / 100.0 / 100;
                    case MOTION -> random.nextInt(2);
                    case CO2 -> random.nextInt(10_001);
                    case MOISTURE -> random.nextInt(1_025);
                    case WEIGHT -> random.nextInt(-8_388_608, 8_388_608);
                    default -> random.nextLong(1L << 32);
                };
        return new NodeMessage.Measured(new Source.Place(place()), kind, 0, Value.of(kind, number), Quality.GOOD);
    }

    private Maintenance maintenance() {
        return switch (random.nextInt(5)) {
            case 0 -> new Maintenance.Location(place());
            case 1 -> new Maintenance.Modules(random.nextInt());
            case 2 -> new Maintenance.ActiveModules();
            case 3 -> new Maintenance.Version();
            default -> new Maintenance.Upgrade();
        };
    }

    private Broadcast broadcast() {
        return switch (random.nextInt(5)) {
            case 0 -> new Broadcast.Tell();
            case 1 -> new Broadcast.Ping();
            case 2 -> new Broadcast.Restart(uid());
            case 3 -> new Broadcast.RestartAll();
            default -> new Broadcast.Upgrade(uid());
        };
    }

    private Request toPlace() {
        int pin = random.nextInt(8);
        boolean bit = random.nextBoolean();
        return switch (random.nextInt(18)) {
            case 0 -> new PwmRequest.Start(pins(1));
            case 1 -> new PwmRequest.Stop();
            case 2 -> new PwmRequest.Set(random.nextInt(17), random.nextInt(101));
            case 3 -> new PwmRequest.Read(random.nextInt(17));
            case 4 -> new PwmRequest.Active();
            case 5 -> new IoRequest.Start();
            case 6 -> new IoRequest.Stop();
            case 7 -> new IoRequest.State();
            case 8 -> new IoRequest.Mode(pin, bit);
            case 9 -> new IoRequest.PullUp(pin, bit);
            case 10 -> new IoRequest.Write(pin, bit);
            case 11 -> new IoRequest.Read(pin);
            case 12 -> new IoRequest.Started();
            case 13 -> oneOf(SwitchRequest.values());
            case 14 -> new PlantRequest.Measure();
            case 15 -> new PlantRequest.SetTrigger(random.nextInt(0x10000));
            case 16 -> new PlantRequest.ReadTrigger();
            default -> new CoffeeRequest("FA:" + text(5));
        };
    }

    private PwmAnswer pwmAnswer() {
        return switch (random.nextInt(4)) {
            case 0 -> new PwmAnswer.Done();
            case 1 -> new PwmAnswer.Refused();
            case 2 -> new PwmAnswer.Reads(random.nextInt(17), random.nextInt(101));
            default -> new PwmAnswer.Active(pins(0));
        };
    }

    private IoAnswer ioAnswer() {
        return switch (random.nextInt(5)) {
            case 0 -> new IoAnswer.Done(oneOf(0x01, 0x02, 0x08, 0x10, 0x20));
            case 1 -> new IoAnswer.Refused(1 << random.nextInt(8));
            case 2 -> new IoAnswer.State(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            case 3 -> new IoAnswer.Level(random.nextInt(256), random.nextBoolean());
            default -> new IoAnswer.Started(random.nextBoolean());
        };
    }

    private SwitchAnswer switchAnswer() {
        return switch (random.nextInt(3)) {
            case 0 -> new SwitchAnswer.Done(oneOf(SwitchRequest.COOL, SwitchRequest.HEAT));
            case 1 -> new SwitchAnswer.Refused(oneOf(SwitchRequest.values()));
            default -> new SwitchAnswer.Position(random.nextBoolean());
        };
    }

    NodeMessage bmac5() {
        return switch (random.nextInt(6)) {
            case 0 -> new NodeMessage.Presence(uid(), random.nextBoolean() ? Sign.ALIVE : Sign.GONE);
            case 1 -> new NodeMessage.Described(uid(), random.nextInt(256), random.nextInt(256), channels());
            case 2 ->
                new NodeMessage.Reported(
                        uid(),
                        random.nextInt(255),
                        bytes(1, 4),
                        random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextLong(1L << 42)));
            case 3 ->
                new Answered.Command(uid(), random.nextInt(255), oneOf(Result.values()), bytes(0, 4), bytes(1, 8));
            case 4 -> new NodeMessage.Logged(uid(), LogLevel.DEBUG, text(60));
            default -> new NodeMessage.Overheard(uid(), bmac5Request());
        };
    }

    private Bmac5Request bmac5Request() {
        return switch (random.nextInt(4)) {
            case 0 -> {
                Map<Integer, Duration> periods = new TreeMap<>();
                IntStream.range(0, random.nextInt(6))
                        .forEach(_ -> periods.put(random.nextInt(255), Duration.ofSeconds(random.nextInt(0x10000))));
                yield new Bmac5Request.Periods(periods);
            }
            case 1 -> new Bmac5Request.Get(random.nextBoolean() ? null : random.nextInt(255));
            case 2 ->
                new Bmac5Request.Upgrade(
                        random.nextLong(1L << 32), bytes(32, 32), URI.create("https://bmac.example/" + uid()));
            default -> new Bmac5Request.Command(random.nextInt(255), bytes(1, 4), bytes(1, 8), Duration.ofSeconds(5));
        };
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int number = random.nextInt(100); number < Channel.MOST; number += 1 + random.nextInt(60)) {
            channels.add(new Channel(
                    number,
                    oneOf(Coding.values()).kind(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    Duration.ofSeconds(random.nextInt(0x10000))));
        }
        return channels;
    }

    private List<Integer> pins(int least) {
        return IntStream.range(0, least + random.nextInt(5))
                .mapToObj(_ -> random.nextInt(17))
                .toList();
    }

    private String uid() {
        return String.format("%012x", random.nextLong(1L << 48));
    }

    private String place() {
        return "p" + text(20) + "z";
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private Bytes bytes(int least, int most) {
        byte[] array = new byte[random.nextInt(least, most + 1)];
        random.nextBytes(array);
        return Bytes.wrap(array);
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
