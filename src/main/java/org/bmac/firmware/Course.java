package org.bmac.firmware;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bmac.building.NodeId;
import org.bmac.firmware.Rollout.Part;
import org.bmac.firmware.Rollout.Progress;
import org.bmac.firmware.Rollout.State;

/** The order of a roll-out and what follows from what: one node, a tenth of the others, the rest. Pure. */
final class Course {
    /** So many fetch at the same time. */
    static final int AT_ONCE = 10;

    private Course() {}

    /** To which of the stages the node with this index belongs. */
    static int stage(int index, int nodes) {
        if (index == 0) {
            return 0;
        }
        return index <= Math.ceilDiv(nodes - 1, 10) ? 1 : 2;
    }

    /** After what has come so far: who took too long has failed; who failed stops it; when all are back it is done. */
    static Rollout judged(Rollout rollout, Instant now) {
        List<Part> parts = new ArrayList<>();
        for (Part part : rollout.parts()) {
            boolean late = part.progress().isUnderWay()
                    && part.askedAt() != null
                    && now.isAfter(part.askedAt().plus(rollout.patience()));
            parts.add(late ? part.now(Progress.FAILED, tooLate(rollout, part)) : part);
        }
        Rollout looked = rollout.with(parts);
        if (looked.state() != State.RUNNING) {
            return looked;
        }
        if (looked.count(Progress.BACK) == parts.size()) {
            return looked.now(State.DONE, "");
        }
        long failed = looked.count(Progress.FAILED);
        return failed == 0
                ? looked
                : looked.now(
                        State.STOPPED,
                        failed == 1
                                ? "One node failed; no other is asked."
                                : failed + " nodes failed; no other is asked.");
    }

    private static String tooLate(Rollout rollout, Part part) {
        String within =
                String.format(Locale.ROOT, " within %d s.", rollout.patience().toSeconds());
        String what = part.progress() == Progress.FETCHED
                ? "Fetched the image and did not come back"
                : "Did not fetch the image";
        return what + within + (part.reason().isEmpty() ? "" : " Last it said: " + part.reason());
    }

    /** Who is to be asked now: of the first stage that is not back yet, and not too many at once. */
    static List<NodeId> due(Rollout rollout) {
        if (rollout.state() != State.RUNNING) {
            return List.of();
        }
        int stage = rollout.parts().stream()
                .filter(part -> part.progress() != Progress.BACK)
                .mapToInt(Part::stage)
                .min()
                .orElse(0);
        long underWay = rollout.count(Progress.ASKED) + rollout.count(Progress.FETCHED);
        return rollout.parts().stream()
                .filter(part -> part.stage() == stage && part.progress() == Progress.WAITING)
                .map(Part::node)
                .limit(Math.max(0, AT_ONCE - underWay))
                .toList();
    }

    /** Goes on where it stands; who failed is asked again. */
    static Rollout resumed(Rollout rollout) {
        return rollout.with(rollout.parts().stream()
                        .map(part -> part.progress() == Progress.FAILED ? part.now(Progress.WAITING, "") : part)
                        .toList())
                .now(State.RUNNING, "");
    }
}
