package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.node.Module;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;

/** A module of the firmware while it runs. */
abstract sealed class FirmwareModule
        permits ClimateModule,
                Co2Module,
                CoffeeModule,
                TerminalModule,
                MotionModule,
                PwmModule,
                IoModule,
                SwitchModule,
                PlantModule {
    final FirmwareMachine node;

    /** What the node called itself when the module started; its topics keep that until a restart. */
    final String address;

    FirmwareModule(FirmwareMachine node) {
        this.node = node;
        this.address = node.location();
    }

    static FirmwareModule start(Module module, FirmwareMachine node, Instant now) {
        return switch (module) {
            case THP -> new ClimateModule(node, now);
            case CO2 -> new Co2Module(node, now);
            case JURA -> new CoffeeModule(node, now);
            case JURA_TERM -> new TerminalModule(node);
            case MOTION -> new MotionModule(node, now);
            case PWM -> new PwmModule(node);
            case IO -> new IoModule(node);
            case SWITCH -> new SwitchModule(node);
            case PLANT -> new PlantModule(node, now);
        };
    }

    /** The topic on which it takes commands; null when it takes none. */
    @Nullable
    String topic() {
        return null;
    }

    /** A command came. */
    void hear(Bytes command, Instant now) {}

    /** Time has passed. */
    void tick(Instant now) {}

    /** What an output does; NaN when the module has none of that kind and channel. */
    double output(Kind kind, int channel) {
        return Double.NaN;
    }

    /** Puts an output where it was before the node was last switched on. */
    void preset(Output output, double number) {}

    final Beat beat(Duration period, Instant now) {
        return new Beat(period, now, node.firstBeat());
    }
}
