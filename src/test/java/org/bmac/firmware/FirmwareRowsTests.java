package org.bmac.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.access.UserId;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Images and roll-outs in the database. */
class FirmwareRowsTests {
    private static final Instant AT = Instant.parse("2026-05-12T08:00:00.123Z");
    private static final NodeId NODE = new NodeId(7);

    private final DataSource database = TestBuildings.database();
    private final ImageRows images = new ImageRows(JdbcClient.create(database));
    private final RolloutRows rollouts = new RolloutRows(JdbcClient.create(database));

    private FirmwareImage image(String version) {
        Bytes content = TestImages.esp8266(version);
        return images.add(
                new FirmwareImage(
                        0,
                        "sensor",
                        version,
                        Board.ESP8266,
                        Dialect.FIRMWARE,
                        content.length(),
                        Images.sha256(content),
                        "für die Küche",
                        false,
                        AT,
                        "eve"),
                content);
    }

    @Test
    void anImageComesBackAsItWasKept() {
        FirmwareImage kept = image("0.3");

        assertThat(images.all()).containsExactly(kept);
        assertThat(kept.notes()).isEqualTo("für die Küche");
        assertThat(images.content(kept.id())).contains(TestImages.esp8266("0.3"));
        assertThat(images.isUsed(kept.id())).isFalse();
        images.remove(kept.id());
        assertThat(images.all()).isEmpty();
    }

    @Test
    void whatANodeIsToHaveAndWhatItHasAreTwoThings() {
        FirmwareImage old = image("0.2");
        FirmwareImage fresh = image("0.3");
        images.runs(NODE, old.id());
        images.want(NODE, fresh.id());

        assertThat(images.running(NODE)).contains(old.id());
        assertThat(images.wanted(NODE)).contains(fresh.id());
        images.runs(NODE, fresh.id());
        assertThat(images.running(NODE)).contains(fresh.id());
        assertThat(images.wanted(new NodeId(8))).isEmpty();
        assertThat(images.isUsed(fresh.id())).isTrue();
    }

    @Test
    void aRolloutComesBackAsItStands() {
        FirmwareImage fresh = image("0.3");
        Rollout begun = rollouts.add(new Rollout(
                0,
                "sensor 0.3",
                Instant.ofEpochMilli(AT.toEpochMilli()),
                new UserId(3),
                "eve",
                "desk",
                Duration.ofMinutes(5),
                Rollout.State.RUNNING,
                "",
                List.of(
                        new Rollout.Part(NODE, fresh.id(), null, 0, Rollout.Progress.WAITING, "", null),
                        new Rollout.Part(
                                new NodeId(8), fresh.id(), fresh.id(), 1, Rollout.Progress.WAITING, "", null))));
        assertThat(rollouts.unfinished()).containsExactly(begun);
        Rollout later = begun.with(begun.parts().getFirst().asked(Instant.ofEpochMilli(AT.toEpochMilli())))
                .now(Rollout.State.STOPPED, "One node failed; no other is asked.");
        rollouts.write(begun, later);

        assertThat(rollouts.unfinished()).containsExactly(later);
        Rollout ended = later.now(Rollout.State.ENDED, "Ended by eve.");
        rollouts.write(later, ended);
        assertThat(rollouts.unfinished()).containsExactly(ended);
        rollouts.write(ended, ended.with(ended.parts().getFirst().now(Rollout.Progress.BACK, "")));
        assertThat(rollouts.unfinished()).isEmpty();
        assertThat(rollouts.newest(5)).hasSize(1);
    }
}
