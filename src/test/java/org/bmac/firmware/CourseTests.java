package org.bmac.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bmac.access.UserId;
import org.bmac.building.NodeId;
import org.bmac.firmware.Rollout.Part;
import org.bmac.firmware.Rollout.Progress;
import org.bmac.firmware.Rollout.State;
import org.junit.jupiter.api.Test;

/** Which nodes come when. */
class CourseTests {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Rollout of(int nodes) {
        List<Part> parts = IntStream.range(0, nodes)
                .mapToObj(i -> new Part(new NodeId(i + 1), 1, null, Course.stage(i, nodes), Progress.WAITING, "", null))
                .toList();
        return new Rollout(1, "new", START, new UserId(1), "eve", "", PATIENCE, State.RUNNING, "", parts);
    }

    private static Rollout each(Rollout rollout, List<NodeId> nodes, UnaryOperator<Part> change) {
        Rollout now = rollout;
        for (Part part : rollout.parts()) {
            if (nodes.contains(part.node())) {
                now = now.with(change.apply(part));
            }
        }
        return now;
    }

    @Test
    void oneGoesFirstThenATenthOfTheOthersThenTheRestTenAtATime() {
        Rollout rollout = of(51);
        List<Integer> waves = new ArrayList<>();
        while (rollout.state() == State.RUNNING) {
            List<NodeId> due = Course.due(rollout);
            waves.add(due.size());
            rollout = each(rollout, due, part -> part.asked(START));
            assertThat(Course.due(rollout)).hasSizeLessThanOrEqualTo(Course.AT_ONCE - due.size());
            rollout = each(rollout, due, part -> part.now(Progress.BACK, ""));
            rollout = Course.judged(rollout, START);
        }

        assertThat(waves).containsExactly(1, 5, 10, 10, 10, 10, 5);
        assertThat(rollout.state()).isEqualTo(State.DONE);
    }

    @Test
    void oneThatIsLateStopsItAndNobodyElseIsAsked() {
        Rollout rollout = of(12);
        rollout = each(rollout, Course.due(rollout), part -> part.now(Progress.BACK, ""));
        rollout = each(rollout, Course.due(rollout), part -> part.asked(START));
        assertThat(Course.judged(rollout, START.plus(PATIENCE)).state()).isEqualTo(State.RUNNING);

        Rollout late = Course.judged(rollout, START.plus(PATIENCE).plusMillis(1));

        assertThat(late.state()).isEqualTo(State.STOPPED);
        assertThat(late.reason()).isEqualTo("2 nodes failed; no other is asked.");
        assertThat(late.parts().get(1).reason()).isEqualTo("Did not fetch the image within 300 s.");
        assertThat(Course.due(late)).isEmpty();
        assertThat(late.count(Progress.WAITING)).isEqualTo(9);
        assertThat(Course.due(Course.resumed(late))).hasSize(2);
    }

    @Test
    void whatIsPausedAsksNobodyAndStillJudgesThoseUnderWay() {
        Rollout rollout = of(3);
        rollout = each(rollout, Course.due(rollout), part -> part.asked(START).now(Progress.FETCHED, "rebooting"))
                .now(State.PAUSED, "Paused by eve.");

        Rollout late = Course.judged(rollout, START.plus(PATIENCE).plusSeconds(1));

        assertThat(Course.due(rollout)).isEmpty();
        assertThat(late.state()).isEqualTo(State.PAUSED);
        assertThat(late.parts().getFirst().reason())
                .isEqualTo("Fetched the image and did not come back within 300 s. Last it said: rebooting");
    }
}
