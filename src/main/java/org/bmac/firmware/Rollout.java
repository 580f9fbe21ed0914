package org.bmac.firmware;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bmac.access.UserId;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Images on their way to nodes, a few nodes first. Immutable.
 *
 * @param words what is brought, for people
 * @param by who began it
 * @param origin from where
 * @param patience how long each node may take
 * @param reason why it stands still; empty while it does not
 */
public record Rollout(
        int id,
        String words,
        Instant at,
        UserId user,
        String by,
        String origin,
        Duration patience,
        State state,
        String reason,
        List<Part> parts) {
    public Rollout {
        parts = List.copyOf(parts);
    }

    /** How it goes as a whole. */
    public enum State {
        /** The next nodes are asked when those before are back. */
        RUNNING("Running"),
        /** Somebody has stopped it for now. */
        PAUSED("Paused"),
        /** It has stopped by itself, because a node failed. */
        STOPPED("Stopped by itself"),
        /** Somebody has ended it. */
        ENDED("Ended"),
        /** All nodes are back with the new version. */
        DONE("Done");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** For people, in English. */
        public String label() {
            return label;
        }

        /** Whether it can go on. */
        public boolean isOpen() {
            return this == RUNNING || this == PAUSED || this == STOPPED;
        }
    }

    /** How far a node is. */
    public enum Progress {
        WAITING("Waiting"),
        /** It was told to fetch its image. */
        ASKED("Asked"),
        /** It has fetched it and is to restart. */
        FETCHED("Fetched"),
        /** It runs the new version. */
        BACK("Back"),
        FAILED("Failed");

        private final String label;

        Progress(String label) {
            this.label = label;
        }

        /** For people, in English. */
        public String label() {
            return label;
        }

        boolean isUnderWay() {
            return this == ASKED || this == FETCHED;
        }
    }

    /**
     * One node of it.
     *
     * @param before what it is known to have run before; null when that is not known
     * @param stage 0 for the one that goes first
     * @param reason what went wrong, or what it said last
     * @param askedAt when it was asked; null while it was not
     */
    public record Part(
            NodeId node,
            int image,
            @Nullable Integer before,
            int stage,
            Progress progress,
            String reason,
            @Nullable Instant askedAt) {
        Part now(Progress next, String why) {
            return new Part(node, image, before, stage, next, why, askedAt);
        }

        Part asked(Instant now) {
            return new Part(node, image, before, stage, Progress.ASKED, "", now);
        }
    }

    /** How many are so far. */
    public long count(Progress progress) {
        return parts.stream().filter(part -> part.progress() == progress).count();
    }

    Rollout now(State next, String why) {
        return new Rollout(id, words, at, user, by, origin, patience, next, why, parts);
    }

    Rollout with(List<Part> changed) {
        return new Rollout(id, words, at, user, by, origin, patience, state, reason, changed);
    }

    Rollout with(Part changed) {
        return with(parts.stream()
                .map(part -> part.node().equals(changed.node()) ? changed : part)
                .toList());
    }
}
