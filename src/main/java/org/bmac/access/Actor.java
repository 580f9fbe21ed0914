package org.bmac.access;

import java.security.Principal;

/** Who is doing it. Immutable; true for the moment in which it was asked for. */
public sealed interface Actor extends Principal {

    /** The user who signed in, or to whom the token belongs. */
    UserId user();

    /** For people and for the audit; unique among all actors of one moment. */
    String name();

    /** What this actor is trusted with. */
    Role role();

    /** Whether this actor may do what the role allows. */
    default boolean may(Role needed) {
        return role().holds(needed);
    }

    @Override
    default String getName() {
        return name();
    }

    /** A person who signed in with a password. */
    record Person(UserId user, String name, Role role) implements Actor {}

    /**
     * A program that uses a token.
     *
     * @param owner the name of the user who made the token
     * @param label what the owner called the token
     */
    record Program(UserId user, String owner, String label, Role role) implements Actor {
        @Override
        public String name() {
            return owner + " (" + label + ")";
        }
    }

    /**
     * A part of this program that acts by itself, such as the schedule or the climate loop. It has no account, and its
     * {@link #user()} is nobody's.
     *
     * @param name for people and for the audit, such as "schedule"
     * @param role the most that it does
     */
    record Automation(String name, Role role) implements Actor {
        private static final UserId NOBODY = new UserId(0);

        /** One that only moves outputs. */
        public Automation(String name) {
            this(name, Role.OPERATOR);
        }

        @Override
        public UserId user() {
            return NOBODY;
        }
    }
}
