package org.bmac.command;

import java.util.List;
import org.bmac.point.PointId;

/** What is done when a second person has agreed to it. */
public sealed interface Deed {

    /** Each of these is asked for. */
    record Set(List<Wish> wishes) implements Deed {
        public Set {
            wishes = List.copyOf(wishes);
        }
    }

    /** What is held there is let go of. */
    record Release(List<Hold> holds, String reason) implements Deed {
        public Release {
            holds = List.copyOf(holds);
        }
    }

    /**
     * A scene is played.
     *
     * @param only the outputs that it is played for again; all where there is none
     * @param wishes what it sets, as it was shown; when it sets something else by then it is not played
     */
    record Play(int number, String name, java.util.Set<PointId> only, List<Wish> wishes, String reason)
            implements Deed {
        public Play {
            only = java.util.Set.copyOf(only);
            wishes = List.copyOf(wishes);
        }
    }

    /**
     * The asker does it, with the ticket: a program that wants to hear of its own command.
     *
     * @param release whether it is to let go of something, so that the wishes say what comes next
     */
    record Later(List<Wish> wishes, boolean release) implements Deed {
        public Later {
            wishes = List.copyOf(wishes);
        }
    }

    /** A value that is held for an output at a priority. */
    record Hold(PointId point, Priority priority) {}

    /** The stable word for programs. */
    default String code() {
        return switch (this) {
            case Set _ -> "set";
            case Release _ -> "release";
            case Later(var _, boolean release) -> release ? "release" : "set";
            case Play _ -> "scene";
        };
    }

    /** What the scene is called; empty when it is none. */
    default String scene() {
        return this instanceof Play play ? play.name() : "";
    }
}
