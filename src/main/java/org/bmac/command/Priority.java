package org.bmac.command;

import java.util.Locale;
import java.util.Optional;

/** Whose word counts, from the strongest to the weakest; the numbers are those of BACnet. */
public enum Priority {
    LIFE_SAFETY(1, "life safety"),
    CRITICAL(5, "critical equipment"),
    MINIMUM_TIME(6, "minimum on/off time"),
    /** A person's override. */
    OPERATOR(8, "operator"),
    CLIMATE(13, "climate"),
    SCHEDULE(15, "schedule"),
    DEFAULT(16, "default");

    private final int number;
    private final String label;

    Priority(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** 1 is the strongest, 16 the weakest. */
    public int number() {
        return number;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }

    /** The stable word for programs: lower case with hyphens, such as {@code life-safety}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The priority with this number, or empty. */
    public static Optional<Priority> of(int number) {
        for (Priority priority : values()) {
            if (priority.number == number) {
                return Optional.of(priority);
            }
        }
        return Optional.empty();
    }

    /** Whether a value held at this priority is an override, which needs an end or an engineer. */
    public boolean overrides() {
        return compareTo(OPERATOR) <= 0;
    }

    /** Whether it goes before what only keeps people comfortable and equipment rested: life safety and critical equipment. */
    boolean isUrgent() {
        return compareTo(MINIMUM_TIME) < 0;
    }
}
