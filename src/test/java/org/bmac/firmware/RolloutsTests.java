package org.bmac.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.bmac.MovableClock;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.Users;
import org.bmac.access.Where;
import org.bmac.audit.Audit;
import org.bmac.audit.Ending;
import org.bmac.audit.Filter;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.node.Answered;
import org.bmac.node.Bmac5Codec;
import org.bmac.node.FirmwareCodec;
import org.bmac.node.Generation;
import org.bmac.node.LogLevel;
import org.bmac.node.NodeMessage;
import org.bmac.node.Sign;
import org.bmac.node.Upgrades;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Roll-outs in the running server, with nodes that speak as the firmware does. */
@ServerTest
@TestPropertySource(
        properties = {
            "bmac.firmware.port=${random.int(20000,30000)}",
            "bmac.firmware.address=127.0.0.1",
            "bmac.firmware.url=https://localhost",
            "bmac.firmware.patience=60s",
            "spring.datasource.url=jdbc:h2:mem:firmware;DB_CLOSE_DELAY=-1"
        })
class RolloutsTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static int number;

    private final Images images;
    private final Rollouts rollouts;
    private final ImageServer server;
    private final Buildings buildings;
    private final Users users;
    private final InMemoryBroker broker;
    private final MovableClock clock;
    private List<Node> nodes = List.of();

    @LocalServerPort
    private int pages;

    @Autowired
    private RolloutRows rows;

    @Autowired
    private Grants grants;

    @Autowired
    private ImageRows imageRows;

    @Autowired
    private Upgrades upgrades;

    @Autowired
    private Audit audit;

    @Autowired
    private FirmwareSettings settings;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    RolloutsTests(
            Images images,
            Rollouts rollouts,
            ImageServer server,
            Buildings buildings,
            Users users,
            InMemoryBroker broker,
            MovableClock clock) {
        this.images = images;
        this.rollouts = rollouts;
        this.server = server;
        this.buildings = buildings;
        this.users = users;
        this.broker = broker;
        this.clock = clock;
    }

    @BeforeEach
    void threeNodes() {
        nodes = List.of(node(), node(), node());
    }

    @AfterEach
    void nothingIsLeftOpen() {
        rows.unfinished().stream()
                .filter(rollout -> rollout.state().isOpen())
                .forEach(rollout -> rollouts.end(admin(), "test", rollout.id()));
    }

    private Node node() {
        String uid = "a020a6e%05x".formatted(++number);
        return buildings.addNode(uid, "fw-" + number, Dialect.FIRMWARE, 0);
    }

    private String uid(int index) {
        return Objects.requireNonNull(nodes.get(index).uid());
    }

    private Actor.Person admin() {
        return person("admin");
    }

    private Actor.Person person(String name) {
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited() {
        Filter firmware = new Filter(null, null, "", Set.of(), Ending.ANY, "", "image");
        return audit.find(admin(), firmware, Long.MAX_VALUE, 100).stream()
                .map(row -> row.entry().reason())
                .toList();
    }

    private FirmwareImage image(String version) {
        String unique = version + "." + ++number;
        return images.add(
                admin(), "test", new NewImage("sensor", unique, Dialect.FIRMWARE, "", "", TestImages.esp8266(unique)));
    }

    private List<NodeId> ids() {
        return nodes.stream().map(Node::id).toList();
    }

    private Rollout start(FirmwareImage image, List<NodeId> nodes) {
        return rollouts.start(admin(), "test", image.id(), nodes, MINUTE);
    }

    private Rollout now(Rollout rollout) {
        return rollouts.newest(100).stream()
                .filter(each -> each.id() == rollout.id())
                .findFirst()
                .orElseThrow();
    }

    private Rollout.Progress progress(Rollout rollout, int index) {
        return now(rollout).parts().get(index).progress();
    }

    private void awaitOrder(int index) {
        String topic = "cc/" + uid(index);
        Awaitility.await().until(() -> {
            rollouts.step();
            return broker.published().stream()
                    .anyMatch(sent ->
                            sent.topic().equals(topic) && sent.payload().text().equals("upgrade;"));
        });
    }

    private HttpResponse<byte[]> fetch(String pathAndQuery) {
        return fetch(server.port(), pathAndQuery);
    }

    private static HttpResponse<byte[]> fetch(int port, String pathAndQuery) {
        URI address = URI.create("http://127.0.0.1:" + port + pathAndQuery);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private HttpResponse<byte[]> fetch(int index) {
        HttpResponse<byte[]> answer = fetch("/ota.php?uid=" + uid(index));
        rollouts.step();
        return answer;
    }

    private void says(NodeMessage message) {
        broker.arrive(FirmwareCodec.encode(message, Generation.CAREFUL));
        rollouts.step();
    }

    private void comesBack(int index, String version) {
        String uid = uid(index);
        says(new NodeMessage.Hello(uid));
        says(new Answered.Version(uid, version));
    }

    @Test
    void theNodesOfAStageAreAskedWhenThoseBeforeAreBackWithTheNewVersion() {
        FirmwareImage image = image("0.3");
        Rollout rollout = start(image, ids());
        awaitOrder(0);
        assertThat(progress(rollout, 1)).isEqualTo(Rollout.Progress.WAITING);

        Awaitility.await().untilAsserted(() -> assertThat(fetch(0).body())
                .isEqualTo(TestImages.esp8266(image.version()).toArray()));
        Awaitility.await().untilAsserted(() -> {
            rollouts.step();
            assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.FETCHED);
        });
        comesBack(0, image.version());
        assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.BACK);
        awaitOrder(1);
        assertThat(progress(rollout, 2)).isEqualTo(Rollout.Progress.WAITING);
        comesBack(1, image.version());
        awaitOrder(2);
        comesBack(2, image.version());
        assertThat(now(rollout).state()).isEqualTo(Rollout.State.DONE);
    }

    @Test
    void aNodeThatGivesUpStopsItAndGoesOnWhenItIsTriedAgain() {
        FirmwareImage image = image("0.3");
        Rollout rollout = start(image, ids());
        awaitOrder(0);
        says(new NodeMessage.Logged(uid(0), LogLevel.ERROR, "Firmware update failed."));

        assertThat(now(rollout).state()).isEqualTo(Rollout.State.STOPPED);
        assertThat(now(rollout).parts().getFirst().reason()).isEqualTo("It said: Firmware update failed.");
        clock.move(Duration.ofMinutes(10));
        rollouts.step();
        assertThat(progress(rollout, 1)).isEqualTo(Rollout.Progress.WAITING);
        rollouts.resume(admin(), "test", rollout.id());
        rollouts.step();
        assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.ASKED);
        comesBack(0, image.version());
        awaitOrder(1);
    }

    @Test
    void aNodeThatComesBackWithTheOldVersionHasFailed() {
        FirmwareImage image = image("0.3");
        Rollout rollout = start(image, ids());
        awaitOrder(0);
        comesBack(0, "0.2");
        assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.ASKED);
        fetch(0);
        Awaitility.await().untilAsserted(() -> {
            rollouts.step();
            assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.FETCHED);
        });
        comesBack(0, "0.2");

        assertThat(now(rollout).parts().getFirst().reason())
                .isEqualTo("Came back with version 0.2, not " + image.version() + ".");
        assertThat(now(rollout).state()).isEqualTo(Rollout.State.STOPPED);
    }

    @Test
    void itGoesOnAfterARestartOfTheProgram() {
        FirmwareImage image = image("0.3");
        Rollout rollout = start(image, ids());
        awaitOrder(0);
        clock.move(Duration.ofHours(2));

        Rollouts again = afterARestart();
        again.step();

        Rollout.Part first = again.newest(1).getFirst().parts().getFirst();
        assertThat(again.newest(1).getFirst().id()).isEqualTo(rollout.id());
        assertThat(first.progress()).isEqualTo(Rollout.Progress.ASKED);
        again.on(new Answered.Version(uid(0), image.version()), nodes.getFirst(), clock.instant());
        again.step();
        assertThat(again.newest(1).getFirst().parts())
                .extracting(Rollout.Part::progress)
                .containsExactly(Rollout.Progress.BACK, Rollout.Progress.ASKED, Rollout.Progress.WAITING);
        again.end(admin(), "test", rollout.id());
    }

    private Rollouts afterARestart() {
        return new Rollouts(rows, imageRows, upgrades, buildings, users, settings, transactions, events, clock);
    }

    private static Rollout.Part part(Rollouts rollouts, Rollout rollout, int index) {
        return rollouts.newest(100).stream()
                .filter(each -> each.id() == rollout.id())
                .findFirst()
                .orElseThrow()
                .parts()
                .get(index);
    }

    @Test
    void aNodeThatIsUnderWayWhenItIsEndedComesBackAlsoAfterARestartOfTheProgram() {
        FirmwareImage image = image("0.3");
        Rollout rollout = start(image, ids());
        awaitOrder(0);
        rollouts.end(admin(), "test", rollout.id());

        Rollouts again = afterARestart();
        again.step();
        assertThat(part(again, rollout, 0).progress()).isEqualTo(Rollout.Progress.ASKED);
        again.on(new Answered.Version(uid(0), image.version()), nodes.getFirst(), clock.instant());
        again.step();

        assertThat(part(again, rollout, 0).progress()).isEqualTo(Rollout.Progress.BACK);
        assertThat(imageRows.running(nodes.getFirst().id())).contains(image.id());
        assertThat(part(afterARestart(), rollout, 0).progress()).isEqualTo(Rollout.Progress.BACK);
        assertThat(part(again, rollout, 1).progress()).isEqualTo(Rollout.Progress.WAITING);
    }

    @Test
    void aNodeThatIsNotHeardInTimeAfterItIsEndedHasFailedAlsoAfterARestartOfTheProgram() {
        Rollout rollout = start(image("0.3"), ids());
        awaitOrder(0);
        rollouts.end(admin(), "test", rollout.id());
        clock.move(Duration.ofHours(2));

        Rollouts again = afterARestart();
        again.step();
        assertThat(part(again, rollout, 0).progress()).isEqualTo(Rollout.Progress.ASKED);
        clock.move(Duration.ofSeconds(61));
        again.step();

        assertThat(part(again, rollout, 0).progress()).isEqualTo(Rollout.Progress.FAILED);
        assertThat(part(again, rollout, 0).reason()).isEqualTo("Did not fetch the image within 60 s.");
        assertThat(rows.unfinished()).noneMatch(each -> each.id() == rollout.id());
        assertThat(rows.newest(1).getFirst().state()).isEqualTo(Rollout.State.ENDED);
        assertThat(part(again, rollout, 1).progress()).isEqualTo(Rollout.Progress.WAITING);
    }

    @Test
    void nodesAreBroughtBackToWhatTheyRanBefore() {
        FirmwareImage old = image("0.2");
        FirmwareImage fresh = image("0.3");
        nodes = nodes.subList(0, 1);
        Rollout first = start(old, ids());
        awaitOrder(0);
        comesBack(0, old.version());
        assertThatThrownBy(() -> rollouts.rollBack(admin(), "test", first.id()))
                .hasMessageContaining("Of none of these nodes");
        Rollout second = start(fresh, ids());
        rollouts.step();
        comesBack(0, fresh.version());
        assertThat(now(second).state()).isEqualTo(Rollout.State.DONE);

        Rollout back = rollouts.rollBack(admin(), "test", second.id());
        rollouts.step();

        assertThat(fetch(0).body()).isEqualTo(TestImages.esp8266(old.version()).toArray());
        comesBack(0, old.version());
        assertThat(now(back).state()).isEqualTo(Rollout.State.DONE);
        assertThat(now(back).words()).isEqualTo("Back from " + fresh.words());
    }

    @Test
    void whatCannotBeBroughtBackGoesOn() {
        nodes = nodes.subList(0, 1);
        Rollout rollout = start(image("0.3"), ids());
        awaitOrder(0);

        assertThatThrownBy(() -> rollouts.rollBack(admin(), "test", rollout.id()))
                .hasMessageContaining("Of none of these nodes");

        assertThat(now(rollout).state()).isEqualTo(Rollout.State.RUNNING);
    }

    /** Whoever began it may not any more; then nobody is told, and nobody finds it there. */
    @Test
    void aNodeThatWasNotToldFetchesNothing() {
        nodes = nodes.subList(0, 2);
        FirmwareImage image = image("0.3");
        String name = "starter" + ++number;
        users.add(admin(), name, Role.ENGINEER);
        Actor.Person starter = person(name);
        Rollout rollout = rollouts.start(starter, "test", image.id(), ids(), Duration.ofMinutes(5));
        awaitOrder(0);
        var floor = buildings.addFloor("Floor of " + name, number, 10, 10, TestBuildings.blankPlan());
        grants.set(admin(), "test", starter.user(), Set.of(new Grant(Right.CONFIGURE, new Where.OnFloor(floor))));

        comesBack(0, image.version());
        rollouts.step();

        assertThat(progress(rollout, 1)).isEqualTo(Rollout.Progress.FAILED);
        assertThat(fetch(1).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotConfigureTheNodesMayNotTouchTheirRollout() {
        Rollout rollout = start(image("0.3"), ids());
        String name = "elsewhere" + ++number;
        users.add(admin(), name, Role.ENGINEER);
        Actor.Person engineer = person(name);
        var floor = buildings.addFloor("Floor of " + name, number, 10, 10, TestBuildings.blankPlan());
        grants.set(admin(), "test", engineer.user(), Set.of(new Grant(Right.CONFIGURE, new Where.OnFloor(floor))));

        assertThatThrownBy(() -> rollouts.pause(engineer, "test", rollout.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rollouts.resume(engineer, "test", rollout.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rollouts.end(engineer, "test", rollout.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rollouts.rollBack(engineer, "test", rollout.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(now(rollout).state()).isEqualTo(Rollout.State.RUNNING);
        rollouts.pause(admin(), "test", rollout.id());
        assertThat(now(rollout).reason()).isEqualTo("Paused by admin.");
    }

    @Test
    void aNodeThatIsStillFetchingIsBroughtBackAtOnce() {
        FirmwareImage old = image("0.2");
        FirmwareImage fresh = image("0.3");
        nodes = nodes.subList(0, 1);
        start(old, ids());
        awaitOrder(0);
        comesBack(0, old.version());
        Rollout second = start(fresh, ids());
        rollouts.step();
        assertThat(progress(second, 0)).isEqualTo(Rollout.Progress.ASKED);

        Rollout back = rollouts.rollBack(admin(), "test", second.id());
        rollouts.step();

        assertThat(now(second).state()).isEqualTo(Rollout.State.ENDED);
        assertThat(fetch(0).body()).isEqualTo(TestImages.esp8266(old.version()).toArray());
        comesBack(0, old.version());
        assertThat(now(back).state()).isEqualTo(Rollout.State.DONE);
    }

    @Test
    void overThePagesOwnDoorAnImageTakesItsHashToo() {
        FirmwareImage image = image("0.3");
        images.assign(admin(), "test", nodes.getFirst().id(), image.id());
        String node = "/image/" + uid(0) + "/";
        String sha256 = image.sha256();

        assertThat(fetch(pages, node + sha256).body())
                .isEqualTo(TestImages.esp8266(image.version()).toArray());
        assertThat(fetch(pages, node + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(fetch(pages, "/image/" + uid(1) + "/" + sha256).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyNodesThatAreToHaveAnImageGetOneAndNothingElseIsAnswered() {
        assertThat(fetch("/?uid=" + uid(0)).statusCode()).isEqualTo(404);
        assertThat(fetch("/?uid=..%2f..%2fetc").statusCode()).isEqualTo(400);
        assertThat(fetch("/").statusCode()).isEqualTo(400);
        FirmwareImage image = image("0.3");
        start(image, ids().subList(0, 1));
        rollouts.step();
        String upper = uid(0).toUpperCase(java.util.Locale.ROOT);

        assertThat(fetch("/any/where?a=b&uid=" + upper).statusCode()).isEqualTo(200);
        assertThat(fetch("/?uid=" + uid(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotConfigureBringsNothingAndWhatMakesNoSenseIsRefusedInWords() {
        String name = "op" + ++number;
        users.add(admin(), name, Role.OPERATOR);
        FirmwareImage image = image("0.3");
        assertThatThrownBy(() -> rollouts.start(person(name), "test", image.id(), ids(), MINUTE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> images.all(person(name))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> images.remove(person(name), "test", image.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> images.add(
                        admin(),
                        "test",
                        new NewImage("again", "9", Dialect.FIRMWARE, "", "", TestImages.esp8266(image.version()))))
                .hasMessageContaining("is there already");
        assertThatThrownBy(
                        () -> images.add(admin(), "test", new NewImage("", "9", Dialect.FIRMWARE, "", "", Bytes.NONE)))
                .hasMessageContaining("needs a name");
        start(image, ids());
        assertThatThrownBy(() -> start(image, ids())).hasMessageContaining("not over yet");
        assertThatThrownBy(() -> images.remove(admin(), "test", image.id())).hasMessageContaining("was rolled out");
    }

    @Test
    void anImageIsCorrectedAsLongAsItIsNotOnItsWay() {
        FirmwareImage image = image("unknown");
        Correction right = new Correction(" 0.3." + number, Board.ESP8266, Dialect.FIRMWARE, "From the bench");

        FirmwareImage now = images.correct(admin(), "test", image.id(), right);

        assertThat(now.version()).isEqualTo("0.3." + number);
        assertThat(images.all(admin())).contains(now).doesNotContain(image);
        assertThat(now.sha256()).isEqualTo(image.sha256());
        assertThat(audited())
                .contains("Corrected the image " + image.words() + ": version " + now.version()
                        + "; notes \"From the bench\".");
        Rollout rollout = start(image, ids());
        awaitOrder(0);
        assertThatThrownBy(() -> images.correct(admin(), "test", image.id(), right))
                .hasMessageContaining("is on its way to nodes");
        rollouts.end(admin(), "test", rollout.id());
        assertThatThrownBy(() -> images.correct(admin(), "test", image.id(), right))
                .hasMessageContaining("wait until no node is under way");
        comesBack(0, now.version());
        assertThat(images.correct(admin(), "test", image.id(), right)).isEqualTo(now);
    }

    @Test
    void whatMakesNoSenseOfAnImageIsNotSaidOfIt() {
        FirmwareImage image = image("0.3");
        assertThatThrownBy(() -> images.correct(
                        admin(), "test", image.id(), new Correction("1.0", Board.ESP32, Dialect.BMAC5, "")))
                .hasMessage("Its bytes are for ESP8266, not for ESP32 family.");
        assertThatThrownBy(() -> images.correct(
                        admin(), "test", image.id(), new Correction(" ", Board.ESP8266, Dialect.BMAC5, "")))
                .hasMessageContaining("needs a version");
        assertThatThrownBy(() -> images.correct(
                        admin(),
                        "test",
                        image.id(),
                        new Correction("1.0", Board.ESP8266, Dialect.BMAC5, "x".repeat(2001))))
                .hasMessageContaining("notes have up to");
        assertThatThrownBy(() -> images.correct(
                        admin(), "test", Integer.MAX_VALUE, new Correction("1.0", Board.ESP8266, Dialect.BMAC5, "")))
                .hasMessageContaining("no longer there");
        assertThat(images.all(admin())).contains(image);
    }

    @Test
    void eachRolloutHasAPatienceOfItsOwn() {
        FirmwareImage old = image("0.2");
        FirmwareImage fresh = image("0.3");
        nodes = nodes.subList(0, 1);
        assertThat(rollouts.patience()).isEqualTo(MINUTE);
        assertThatThrownBy(() -> rollouts.start(admin(), "test", old.id(), ids(), Duration.ofSeconds(9)))
                .hasMessage("What a node may take is 9 s; allowed is 10 s to 24 h.");
        assertThatThrownBy(() -> rollouts.start(admin(), "test", old.id(), ids(), Duration.ofHours(25)))
                .hasMessageContaining("allowed is 10 s to 24 h");
        Rollout first = rollouts.start(admin(), "test", old.id(), ids(), Duration.ofHours(1));
        awaitOrder(0);
        clock.move(Duration.ofMinutes(59));
        rollouts.step();
        assertThat(progress(first, 0)).isEqualTo(Rollout.Progress.ASKED);
        comesBack(0, old.version());
        Rollout second = rollouts.start(admin(), "test", fresh.id(), ids(), Duration.ofSeconds(10));
        rollouts.step();
        clock.move(Duration.ofSeconds(11));
        rollouts.step();

        assertThat(now(second).parts().getFirst().reason()).isEqualTo("Did not fetch the image within 10 s.");
        assertThat(rollouts.rollBack(admin(), "test", second.id()).patience()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aNodeThatSaysTheOldVersionBeforeItRestartsHasNotFailed() {
        Rollout rollout = start(image("0.3"), ids());
        awaitOrder(0);
        fetch(0);
        Awaitility.await().untilAsserted(() -> {
            rollouts.step();
            assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.FETCHED);
        });
        says(new Answered.Version(uid(0), "0.2"));
        assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.FETCHED);

        comesBack(0, "0.2");
        assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.FAILED);
    }

    private void describes(Node node, int minor) {
        String uid = Objects.requireNonNull(node.uid());
        broker.arrive(Bmac5Codec.encode(new NodeMessage.Described(uid, 2, minor, List.of())));
        rollouts.step();
    }

    @Test
    void aBmac5NodeHasFailedWhenItIsThereAgainAndDescribesTheOldVersion() {
        Node node = buildings.addNode("a020a6e%05x".formatted(++number), "b5-" + number, Dialect.BMAC5, 0);
        Bytes content = TestImages.esp8266("bmac5-" + number);
        FirmwareImage image = images.add(admin(), "test", new NewImage("new", "2.7", Dialect.BMAC5, "", "", content));
        Rollout rollout = start(image, List.of(node.id()));
        rollouts.step();
        Awaitility.await().until(() -> sentTo(node, "fw") == 1);
        describes(node, 6);
        rollouts.fetched(node.id(), image.id());
        rollouts.step();
        describes(node, 6);
        assertThat(progress(rollout, 0)).isEqualTo(Rollout.Progress.FETCHED);
        assertThat(sentTo(node, "get")).isZero();

        String uid = Objects.requireNonNull(node.uid());
        broker.arrive(Bmac5Codec.encode(new NodeMessage.Presence(uid, Sign.ALIVE)));
        describes(node, 6);

        assertThat(now(rollout).parts().getFirst().reason()).isEqualTo("Came back with version 2.6, not 2.7.");
        rollouts.resume(admin(), "test", rollout.id());
        rollouts.step();
        describes(node, 7);
        assertThat(now(rollout).state()).isEqualTo(Rollout.State.DONE);
    }

    private long sentTo(Node node, String what) {
        String topic = "bmac5/" + node.uid() + "/" + what;
        return broker.published().stream()
                .filter(sent -> sent.topic().equals(topic))
                .count();
    }

    @Test
    void aBmac5ImageHasAVersionThatSuchANodeCanSay() {
        FirmwareImage image = image("0.3");
        for (String version : List.of("1", "1.2.3", "v1.2", "1.256", "01.2", "300.1")) {
            Correction said = new Correction(version, Board.ESP8266, Dialect.BMAC5, "");
            assertThatThrownBy(() -> images.correct(admin(), "test", image.id(), said))
                    .as(version)
                    .hasMessage("BMaC 5 nodes say their version as two numbers up to 255, such as 1.2.");
        }
        Correction said = new Correction("255.0", Board.ESP8266, Dialect.BMAC5, "");
        assertThat(images.correct(admin(), "test", image.id(), said).dialect()).isEqualTo(Dialect.BMAC5);
    }
}
