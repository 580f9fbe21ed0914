package org.bmac.node;

import org.bmac.point.Kind;

/**
 * What an engineer says hangs on a pin of a firmware node.
 *
 * @param kind a fan on a GPIO of the PWM module, or a relay or a valve on a pin of the IO module
 * @param channel the number of the GPIO or pin
 * @param name for people; empty where the kind says enough
 */
public record Pin(Kind kind, int channel, String name) {
    /** The longest name. */
    public static final int LONGEST_NAME = 100;

    public Pin {
        if (kind != Kind.FAN && kind != Kind.RELAY && kind != Kind.VALVE) {
            throw new IllegalArgumentException("no " + kind.label() + " hangs on a pin");
        }
        name = name.strip();
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has at most " + LONGEST_NAME + " characters");
        }
    }

    /** The module that drives it. */
    Module module() {
        return kind == Kind.FAN ? Module.PWM : Module.IO;
    }

    /** Such as "GPIO 12" or "IO pin 3". */
    String place() {
        return (kind == Kind.FAN ? "GPIO " : "IO pin ") + channel;
    }

    /** Such as "Fan left". */
    String words() {
        return name.isEmpty() ? kind.label() : name;
    }
}
