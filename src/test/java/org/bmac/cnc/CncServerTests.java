package org.bmac.cnc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.bmac.MovableClock;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.Where;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desktop client may, what it may not, and what does not hurt. */
class CncServerTests {
    private static final NodeRecord LAB = Client.record(Client.FIRST, "lab-1");

    @Test
    void theMapIsThePlanAsItIs() {
        Client client = new Client();

        client.asks("map");

        assertThat(client.hears())
                .containsExactly("cc/ui/config/map q0 r0 "
                        + TestBuildings.blankPlan().content().toHex());
    }

    @Test
    void placesArePixelsOfThePictureItself() throws IOException {
        Client client = new Client();
        client.buildings.setPlan(client.floor, 100, 50, picture(1000, 500));

        client.adds(new NodeRecord(Client.FIRST, "lab-1", 250, 125, 1));

        assertThat(client.node(Client.FIRST).placement()).isEqualTo(new Placement(client.floor, new Spot(0.25, 0.25)));
        client.asks("nodes");
        assertThat(client.hears().getLast()).contains("00007a43" + "0000fa42"); // 250, 125
    }

    @Test
    void anotherPlanCountsAtOnce() throws IOException {
        Client client = new Client();
        client.asks("map");
        PlanImage other = picture(8, 8);
        client.buildings.setPlan(client.floor, 8, 8, other);

        client.asks("map");

        assertThat(client.hears())
                .last()
                .isEqualTo("cc/ui/config/map q0 r0 " + other.content().toHex());
    }

    /** What is written down belongs to what is done. */
    @Test
    void whatCannotBeWrittenDownIsNotDone() {
        Client client = new Client();
        client.adds(LAB);
        client.unheard = true;

        client.deletes(Client.FIRST);
        client.adds(Client.record(Client.SECOND, "lab-2"));
        client.updates(Client.record(Client.FIRST, "lab-9"));

        assertThat(client.node(Client.FIRST).placed()).isTrue();
        assertThat(client.node(Client.FIRST).location()).isEqualTo("lab-1");
        assertThat(client.buildings.current().nodeOfUid(Client.SECOND)).isNull();
    }

    @Test
    void whatWaitsIsBoundedInBytes() {
        Client client = new Client();
        List<Runnable> later = new java.util.ArrayList<>();
        client.worker = later::add;
        Bytes large = Bytes.wrap(new byte[20 << 20]);

        for (int i = 0; i < 5; i++) {
            client.says("cc/firmware", large);
        }

        assertThat(later).hasSize(3);
        assertThat(client.counted()).contains("2 that came faster than it could be done");
        later.forEach(Runnable::run);
        client.says("cc/firmware", large);
        assertThat(later).hasSize(4);
    }

    @Test
    void aNewNodeHangsThereWithThePointsOfItsModules() {
        Client client = new Client();

        client.adds(LAB);

        Node node = client.node(Client.FIRST);
        assertThat(node.location()).isEqualTo("lab-1");
        assertThat(client.buildings.current().pointOf(node.id(), Kind.TEMPERATURE, 0))
                .isNotNull();
        assertThat(client.hears()).isEmpty();
        assertThat(client.told()).singleElement().satisfies(told -> {
            assertThat(told.words()).isEqualTo("Placed lab-1 (a020a6000001) on Ground floor.");
            assertThat(told.by().name()).isEqualTo("C&C client");
            assertThat(told.by().role()).isEqualTo(Role.ENGINEER);
            assertThat(told.origin()).isEqualTo("MQTT cc/nodes/new");
        });
    }

    @Test
    void aNodeThatWaitsUnplacedGetsItsPlaceAndASourceOfThatNameBecomesPartOfIt() {
        Client client = new Client();
        client.buildings.addNode(Client.FIRST, Client.FIRST, Dialect.FIRMWARE, 0);
        Node source = client.buildings.addNode(null, "lab-1", Dialect.FIRMWARE, 0);
        client.buildings.ensurePoint(source.id(), Kind.TEMPERATURE, 0);

        client.adds(LAB);

        assertThat(client.buildings.current().nodes()).singleElement().satisfies(node -> assertThat(node.placed())
                .isTrue());
        assertThat(client.buildings.current().points()).hasSize(3);
    }

    @Test
    void aSourceThatHangsSomewhereIsNobodysToTake() {
        Client client = new Client();
        client.adds(LAB);
        Node source = client.buildings.addNode(null, "attic", Dialect.FIRMWARE, 0);
        client.buildings.place(
                source.id(), new Placement(client.another("Attic", 5, TestBuildings.blankPlan()), new Spot(0.5, 0.5)));

        client.updates(new NodeRecord(Client.FIRST, "attic", 120.5f, 64.25f, 1));

        assertThat(client.node(Client.FIRST).location()).isEqualTo("lab-1");
        assertThat(client.buildings.current().nodeOfLocation("attic")).isNotNull();
        assertThat(client.counted()).contains("has a location that cannot be");
    }

    @Test
    void aSecondNodeOfThatUidIsCountedAndChangesNothing() {
        Client client = new Client();
        client.adds(LAB);

        client.adds(new NodeRecord(Client.FIRST, "lab-2", 1, 1, 2));

        assertThat(client.node(Client.FIRST).location()).isEqualTo("lab-1");
        assertThat(client.counted())
                .isEqualTo("0 questions answered, 1 change; 1 that makes a node that is there already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UID      | notauid      | lab-3 | 1    | 1    | 1
            UID      | a020a600     | lab-3 | 1    | 1    | 1
            SPOT     | a020a6000003 | lab-3 | -1   | 1    | 1
            SPOT     | a020a6000003 | lab-3 | 1    | 1025 | 1
            SPOT     | a020a6000003 | lab-3 | NaN  | 1    | 1
            SPOT     | a020a6000003 | lab-3 | 1    | Infinity | 1
            LOCATION | a020a6000003 | lab/3 | 1    | 1    | 1
            LOCATION | a020a6000003 | lab-1 | 1    | 1    | 1
            LOCATION | a020a6000003 | ''    | 1    | 1    | 1
            LOCATION | a020a6000003 | a020a6000009 | 1 | 1 | 1
            MODULES  | a020a6000003 | lab-3 | 1    | 1    | 6
            """)
    void whatCannotBeIsRefusedAndLeavesNothingBehind(
            Oddity why, String uid, String location, float x, float y, int modules) {
        Client client = new Client();
        client.adds(LAB);
        List<Node> before = client.buildings.current().nodes();

        client.adds(new NodeRecord(uid, location, x, y, modules));

        assertThat(client.buildings.current().nodes()).isEqualTo(before);
        assertThat(client.server.counters().orElseThrow().odd()).containsOnlyKeys(why);
    }

    @Test
    void unknownNodesShortPayloadsAndNonsenseAreCounted() {
        Client client = new Client();

        client.updates(LAB);
        client.deletes(Client.FIRST);
        client.deletes("");
        client.says("cc/nodes/new", Bytes.NONE);
        client.says("cc/nodes/update", Bytes.hex("0000"));
        client.says("cc/nodes/new", Bytes.of("23000000NODX and more than enough of it"));
        client.asks("mapp");
        client.asks("x".repeat(100_000));

        assertThat(client.hears()).isEmpty();
        assertThat(client.counted())
                .isEqualTo("0 questions answered, 0 changes; 2 that asks for something that never was,"
                        + " 2 that is too short, 1 that is no record of a node, 1 that has a UID that is not 12 hex digits,"
                        + " 2 that names a node that is not there");
    }

    @Test
    void aWrongLengthIsCountedAndTheNodeTaken() {
        Client client = new Client();

        client.says("cc/nodes/new", Bytes.hex("ff" + LAB.bytes().toHex().substring(2)));

        assertThat(client.node(Client.FIRST).placed()).isTrue();
        assertThat(client.counted())
                .isEqualTo("0 questions answered, 1 change; 1 that says another length than it has");
    }

    @Test
    void whatTheBrokerHadKeptDoesNotCount() {
        Client client = new Client();
        InMemoryBroker broker = new InMemoryBroker(new MovableClock());
        broker.arrive(new Outgoing("cc/nodes/new", LAB.bytes(), 0, true, Properties5.NONE));
        CncSettings settings = new CncSettings(true, "", "", "");
        Account account = new Account(settings, client.accounts.users(), client.accounts.rights());
        CncServer late = new CncServer(
                settings,
                broker,
                new CncFloor(settings, client.buildings, account, _ -> {}),
                new CncFirmware(client.images, client.buildings, account),
                Runnable::run);

        late.open();

        assertThat(client.buildings.current().nodes()).isEmpty();
        assertThat(late.counters().orElseThrow().odd()).containsOnlyKeys(Oddity.KEPT);
    }

    @Test
    void whatIsSentAgainUnchangedChangesNothing() {
        Client client = new Client();
        client.adds(LAB);
        Placement place = client.node(Client.FIRST).placement();

        client.updates(LAB);

        assertThat(client.node(Client.FIRST).placement()).isEqualTo(place);
        assertThat(client.told()).hasSize(1);
    }

    @Test
    void aNodeThatIsOnlyRenamedStaysExactlyWhereItHangs() {
        Client client = new Client();
        client.adds(LAB);
        Placement exact = new Placement(client.floor, new Spot(1 / 3.0, 2 / 3.0));
        client.buildings.place(client.node(Client.FIRST).id(), exact);
        float third = (float) (1024 / 3.0);
        float most = (float) (2 * 1024 / 3.0);

        client.updates(new NodeRecord(Client.FIRST, "lab-9", third, most, 3));

        assertThat(client.node(Client.FIRST).placement()).isEqualTo(exact);
        assertThat(client.told().getLast().words()).isEqualTo("Changed lab-1: now called lab-9: modules 3.");
    }

    @Test
    void otherFloorsAreNeitherShownNorChanged() {
        Client client = new Client();
        Node elsewhere = client.buildings.addNode(Client.SECOND, "attic", Dialect.FIRMWARE, 0);
        Placement there = new Placement(client.another("Attic", 5, TestBuildings.blankPlan()), new Spot(0.5, 0.5));
        client.buildings.place(elsewhere.id(), there);

        client.adds(Client.record(Client.SECOND, "mine"));
        client.updates(Client.record(Client.SECOND, "mine"));
        client.deletes(Client.SECOND);
        client.asks("nodes");

        assertThat(client.node(Client.SECOND).placement()).isEqualTo(there);
        assertThat(client.hears()).isEmpty();
        assertThat(client.counted())
                .isEqualTo("0 questions answered, 0 changes; 3 that names a node that hangs on another floor");
    }

    @Test
    void whatIsDeletedWaitsUnplacedWithItsPointsAndCanComeBack() {
        Client client = new Client();
        client.adds(LAB);
        int points = client.buildings.current().points().size();

        client.deletes(Client.FIRST.toUpperCase(java.util.Locale.ROOT));

        assertThat(client.node(Client.FIRST).placed()).isFalse();
        assertThat(client.buildings.current().points()).hasSize(points);
        client.adds(LAB);
        assertThat(client.node(Client.FIRST).placed()).isTrue();
        assertThat(client.told())
                .extracting(CncChanged::words)
                .element(1)
                .isEqualTo("Took lab-1 (a020a6000001) from Ground floor.");
    }

    @Test
    void anAccountThatMayConfigureEverywhereMayAll() {
        Client client = new Client("Cnc");
        client.accounts.add("cnc", Role.ENGINEER);

        client.adds(LAB);
        client.deletes(Client.FIRST);

        assertThat(client.told())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.by().name()).isEqualTo("cnc (C&C client)"));
    }

    @Test
    void anAccountOfOneFloorMovesWhatHangsThereAndBringsNothingNew() {
        Client client = new Client("cnc");
        client.accounts.add("cnc", Role.ENGINEER, new Grant(Right.CONFIGURE, new Where.OnFloor(client.floor)));
        Node node = client.buildings.addNode(Client.FIRST, "lab-1", Dialect.FIRMWARE, 1);
        client.buildings.place(node.id(), new Placement(client.floor, new Spot(0, 0)));

        client.updates(LAB);
        client.adds(Client.record(Client.SECOND, "lab-2"));
        client.deletes(Client.FIRST);

        assertThat(client.told()).singleElement().satisfies(told -> assertThat(told.words())
                .isEqualTo("Changed lab-1: moved to 120.5, 64.25."));
        assertThat(client.counted())
                .isEqualTo("0 questions answered, 1 change; 2 that is more than the account may do");
    }

    @Test
    void anAccountThatIsNoEngineerOrShutOutOrNotThereChangesNothing() {
        Client client = new Client("cnc");
        client.adds(LAB);
        var operator = client.accounts.add("cnc", Role.OPERATOR);
        client.adds(LAB);
        client.accounts.disable(operator);
        client.adds(LAB);

        assertThat(client.buildings.current().nodes()).isEmpty();
        assertThat(client.counted()).endsWith("; 3 that is more than the account may do");
    }

    @Test
    void switchedOffNobodyListens() {
        InMemoryBroker broker = new InMemoryBroker(new MovableClock());
        Buildings buildings = TestBuildings.empty(_ -> {});
        buildings.addFloor("Ground floor", 0, 10, 10, TestBuildings.blankPlan());
        CncSettings off = new CncSettings(false, "", "", "");
        TestAccountsOf accounts = new TestAccountsOf(buildings);
        CncServer server = new CncServer(
                off,
                broker,
                new CncFloor(off, buildings, accounts.of(off), _ -> {}),
                new CncFirmware(new Client().images, buildings, accounts.of(off)),
                Runnable::run);

        server.open();
        broker.arrive("cc/ui/config", Bytes.of("map"));

        assertThat(broker.published()).isEmpty();
        assertThat(server.counters()).isEmpty();
    }

    /** Nobody has an account. */
    private record TestAccountsOf(Buildings buildings) {
        Account of(CncSettings settings) {
            var accounts = new org.bmac.access.TestAccounts(TestBuildings.database(), buildings);
            return new Account(settings, accounts.users(), TestRights.ofRoles(buildings));
        }
    }

    @Test
    void aFloorThatIsNotThereIsSaid() {
        Client client = new Client();
        CncSettings settings = new CncSettings(true, "Cellar", "", "");
        Account account = new Account(settings, client.accounts.users(), client.accounts.rights());
        InMemoryBroker broker = new InMemoryBroker(new MovableClock());
        CncServer server = new CncServer(
                settings,
                broker,
                new CncFloor(settings, client.buildings, account, _ -> {}),
                new CncFirmware(client.images, client.buildings, account),
                Runnable::run);
        server.open();

        broker.arrive("cc/ui/config", Bytes.of("map"));
        broker.arrive("cc/nodes/new", LAB.bytes());

        assertThat(broker.published()).isEmpty();
        assertThat(server.counters().orElseThrow().words())
                .isEqualTo("0 questions answered, 0 changes; 2 that came while there is no such floor");
    }

    private static PlanImage picture(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return new PlanImage("image/png", Bytes.wrap(bytes.toByteArray()));
    }
}
