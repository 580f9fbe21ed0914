package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.node.Answered;
import org.bmac.node.SwitchAnswer;
import org.bmac.node.SwitchRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/** A latching relay. Its coil is pulsed for a second, in which the node does nothing else. */
final class SwitchModule extends FirmwareModule {
    private static final Duration PULSE = Duration.ofSeconds(1);

    private boolean heating;

    SwitchModule(FirmwareMachine node) {
        super(node);
        this.heating = node.remembered(new Output(Kind.CHANGEOVER, 0)) > 0;
    }

    @Override
    String topic() {
        return "switch/" + address;
    }

    @Override
    void hear(Bytes command, Instant now) {
        SwitchRequest request = command.length() == 0 ? null : SwitchRequest.of(command.at(0));
        if (request == null) {
            return;
        }
        if (command.length() > 1) {
            answer(new SwitchAnswer.Refused(request));
            return;
        }
        switch (request) {
            case COOL -> pulse(now, request, false);
            case HEAT -> pulse(now, request, true);
            case READ -> answer(new SwitchAnswer.Position(heating));
        }
    }

    private void pulse(Instant now, SwitchRequest request, boolean warm) {
        node.block(now, PULSE, () -> {
            if (!node.jammed(Kind.CHANGEOVER, 0)) {
                heating = warm;
                node.remember(new Output(Kind.CHANGEOVER, 0), warm ? 1 : 0);
            }
            answer(new SwitchAnswer.Done(request));
        });
    }

    private void answer(SwitchAnswer answer) {
        node.say(new Answered.Switch(address, node.location(), answer));
    }

    @Override
    double output(Kind kind, int channel) {
        return kind == Kind.CHANGEOVER ? heating ? 1 : 0 : Double.NaN;
    }
}
