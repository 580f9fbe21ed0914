package org.bmac.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bmac.node.Answered;
import org.bmac.node.PwmAnswer;
import org.bmac.node.PwmRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/**
 * Fans. It must be started on its pins; before that, and after a stop, asking for a duty follows a null pointer. A duty of
 * 0 reads back as 1.
 */
final class PwmModule extends FirmwareModule {
    private final List<Integer> pins = new ArrayList<>();
    private final Map<Integer, Integer> duties = new HashMap<>();

    PwmModule(FirmwareMachine node) {
        super(node);
    }

    @Override
    String topic() {
        return "pwm/" + address;
    }

    @Override
    void hear(Bytes command, Instant now) {
        PwmRequest request = PwmRequest.read(command);
        if (request != null) {
            obey(request);
        }
    }

    private void obey(PwmRequest request) {
        switch (request) {
            case PwmRequest.Start(List<Integer> wanted) -> answer(start(wanted));
            case PwmRequest.Active() -> answer(new PwmAnswer.Active(pins));
            case PwmRequest.Stop() -> stop();
            case PwmRequest.Set(int pin, int percent) -> set(pin, percent);
            case PwmRequest.Read(int pin) -> read(pin);
        }
    }

    private PwmAnswer start(List<Integer> wanted) {
        if (wanted.stream().anyMatch(pin -> pins.contains(pin) || node.claimed(pin))) {
            return new PwmAnswer.Refused();
        }
        pins.addAll(wanted);
        return new PwmAnswer.Done();
    }

    private void stop() {
        if (pins.isEmpty()) {
            node.crash();
            return;
        }
        pins.clear();
        answer(new PwmAnswer.Done());
    }

    private void set(int pin, int percent) {
        if (pins.isEmpty()) {
            node.crash();
        } else if (!pins.contains(pin)) {
            answer(new PwmAnswer.Refused());
        } else {
            if (!node.jammed(Kind.FAN, pin)) {
                duties.put(pin, percent);
            }
            answer(new PwmAnswer.Done());
        }
    }

    private void read(int pin) {
        if (pins.isEmpty()) {
            node.crash();
        } else {
            answer(new PwmAnswer.Reads(pin, Math.max(1, duties.getOrDefault(pin, 0))));
        }
    }

    private void answer(PwmAnswer answer) {
        node.say(new Answered.Pwm(node.location(), answer.data()));
    }

    @Override
    double output(Kind kind, int channel) {
        if (kind != Kind.FAN) {
            return Double.NaN;
        }
        return pins.contains(channel) ? duties.getOrDefault(channel, 0) : 0;
    }

    @Override
    void preset(Output output, double number) {
        if (output.kind() == Kind.FAN && !pins.contains(output.channel())) {
            pins.add(output.channel());
            duties.put(output.channel(), (int) number);
        }
    }
}
