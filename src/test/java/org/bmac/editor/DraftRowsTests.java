package org.bmac.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bmac.access.UserId;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the database. */
class DraftRowsTests {
    private static final UserId SOMEBODY = new UserId(7);
    private static final UserId SOMEBODY_ELSE = new UserId(8);
    private static final List<Spot> TRIANGLE = List.of(new Spot(0, 0), new Spot(1, 0), new Spot(0, 1));
    private static final Drawing NOTHING = new Drawing("", List.of(), List.of(), Map.of(), Map.of());
    private static final Drawing SOMETHING = new Drawing(
            "Häuschen",
            List.of(new Drawing.Storey("n1", "Erdgeschoß", "upload/3", 1200, 800.5, false, null, 12.5)),
            List.of(new Drawing.Room("n2", "n1", "Küche", "kitchen", List.of("warm"), TRIANGLE)),
            Map.of("12", new Drawing.Place("n1", 0.25, 0.75)),
            Map.of());

    private final DraftRows rows =
            new DraftRows(JdbcClient.create(TestBuildings.database()), JsonMapper.shared(), Clock.systemUTC());

    @Test
    void aDraftComesBackAsItWasKept() {
        rows.begin(SOMEBODY, new Draft(1, NOTHING, NOTHING));

        assertThat(rows.save(SOMEBODY, 1, new Draft(2, NOTHING, SOMETHING))).isTrue();

        assertThat(rows.of(SOMEBODY)).contains(new Draft(2, NOTHING, SOMETHING));
        assertThat(rows.of(SOMEBODY_ELSE)).isEmpty();
    }

    @Test
    void anOldRevisionIsNotWritten() {
        rows.begin(SOMEBODY, new Draft(5, NOTHING, NOTHING));

        assertThat(rows.save(SOMEBODY, 4, new Draft(5, NOTHING, SOMETHING))).isFalse();
        assertThat(rows.of(SOMEBODY)).contains(new Draft(5, NOTHING, NOTHING));
    }

    @Test
    void picturesGoWithTheDraftOfTheirOwner() {
        Picture picture = new Picture("image/png", 3, 2, Bytes.of("picture"));
        int mine = rows.addPicture(SOMEBODY, picture);
        int theirs = rows.addPicture(SOMEBODY_ELSE, picture);

        assertThat(rows.picture(SOMEBODY, mine)).contains(picture);
        assertThat(rows.picture(SOMEBODY, theirs)).isEmpty();
        rows.forget(SOMEBODY);

        assertThat(rows.pictures(SOMEBODY)).isZero();
        assertThat(rows.pictures(SOMEBODY_ELSE)).isOne();
    }
}
