package org.bmac.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Grants;
import org.bmac.access.Role;
import org.bmac.access.Users;
import org.bmac.audit.Audit;
import org.bmac.audit.Ending;
import org.bmac.audit.Filter;
import org.bmac.audit.Row;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.certificate.Certificates;
import org.bmac.command.Asked;
import org.bmac.command.Command;
import org.bmac.command.Commands;
import org.bmac.command.Confirmation;
import org.bmac.command.Deed;
import org.bmac.command.Outcome;
import org.bmac.command.OutputRules;
import org.bmac.command.PastCommands;
import org.bmac.command.Priority;
import org.bmac.command.Requests;
import org.bmac.command.Rules;
import org.bmac.command.Scene;
import org.bmac.command.Scenes;
import org.bmac.command.Tickets;
import org.bmac.command.Wish;
import org.bmac.exchange.Exports;
import org.bmac.exchange.Imports;
import org.bmac.firmware.Images;
import org.bmac.firmware.Rollouts;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.homeassistant.Discovered;
import org.bmac.node.Admitting;
import org.bmac.node.Configuring;
import org.bmac.node.Headcount;
import org.bmac.node.LogLevel;
import org.bmac.node.NodeLog;
import org.bmac.node.NodeSetup;
import org.bmac.node.Nodes;
import org.bmac.node.Placing;
import org.bmac.node.Upgrades;
import org.bmac.node.Upkeep;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.bmac.transfer.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Everything that somebody can have done to the building, for each role and each relation to the place. */
@ServerTest
class CommandsMatrixTests {
    private static final String ORIGIN = "test";
    private static final Value ON = new Value.Switched(true);

    private final Users users;
    private final Grants grants;
    private final Commands commands;
    private final Scenes scenes;
    private final Rules rules;
    private final Tickets tickets;
    private final Requests requests;
    private final Placing placing;
    private final Nodes nodes;
    private final NodeLog log;
    private final Upkeep upkeep;
    private final Configuring configuring;
    private final Admitting admitting;
    private final Headcount headcount;
    private final Discovered discovered;
    private final InMemoryBroker broker;
    private final Audit audit;
    private final History history;
    private final PastCommands past;
    private final Clock clock;
    private final Place place;
    private final Trade trade;
    private final Programs programs;
    private final Seals seals;
    private final Transfers transfers;
    private final Actor.Person admin;

    /**
     * One way in.
     *
     * @param least the role that it takes
     * @param tries whether the guest was let in
     */
    private record Way(Role least, Predicate<Actor> tries) {}

    @Autowired
    CommandsMatrixTests(
            Users users,
            Grants grants,
            Buildings buildings,
            Commands commands,
            Scenes scenes,
            Rules rules,
            Tickets tickets,
            Requests requests,
            Placing placing,
            Nodes nodes,
            NodeLog log,
            Upkeep upkeep,
            Configuring configuring,
            Admitting admitting,
            Headcount headcount,
            Discovered discovered,
            InMemoryBroker broker,
            Audit audit,
            History history,
            PastCommands past,
            Exports exports,
            Imports imports,
            Images images,
            Certificates certificates,
            Rollouts rollouts,
            Upgrades upgrades,
            Transfers transfers,
            Clock clock) {
        this.users = users;
        this.grants = grants;
        this.commands = commands;
        this.scenes = scenes;
        this.rules = rules;
        this.tickets = tickets;
        this.requests = requests;
        this.placing = placing;
        this.nodes = nodes;
        this.log = log;
        this.upkeep = upkeep;
        this.configuring = configuring;
        this.admitting = admitting;
        this.headcount = headcount;
        this.discovered = discovered;
        this.broker = broker;
        this.audit = audit;
        this.history = history;
        this.past = past;
        this.clock = clock;
        this.place = Place.in(buildings);
        this.trade = new Trade(exports, imports, place.relay().id(), clock);
        this.admin = Guest.person("admin", users);
        this.transfers = transfers;
        this.seals = new Seals(certificates, place, admin);
        this.programs = new Programs(images, rollouts, upgrades, place, admin);
    }

    /** Every public method of the rooms that move or place something which takes the one who acts. */
    private Map<String, Way> ways() {
        Map<String, Way> ways = new TreeMap<>();
        ways.put("Commands.request", new Way(Role.OPERATOR, by -> lets(commands.request(by, ORIGIN, wish()))));
        ways.put(
                "Commands.requestAll",
                new Way(
                        Role.OPERATOR,
                        by -> lets(
                                commands.requestAll(by, ORIGIN, List.of(wish())).getFirst())));
        ways.put(
                "Commands.retry",
                new Way(
                        Role.OPERATOR,
                        by -> lets(commands.retry(by, ORIGIN, List.of(refused()), null)
                                .getFirst())));
        ways.put(
                "Commands.release",
                new Way(
                        Role.OPERATOR,
                        by -> lets(commands.release(by, ORIGIN, place.relay().id(), Priority.OPERATOR, ""))));
        ways.put("Scenes.save", new Way(Role.ENGINEER, by -> doesNotRefuse(() -> scenes.save(by, ORIGIN, scene()))));
        ways.put(
                "Scenes.remove",
                new Way(Role.ENGINEER, by -> doesNotRefuse(() -> scenes.remove(by, ORIGIN, savedScene()))));
        ways.put(
                "Scenes.play",
                new Way(
                        Role.OPERATOR,
                        by -> lets(
                                scenes.play(by, ORIGIN, savedScene(), "", null).getFirst())));
        ways.put(
                "Scenes.retry",
                new Way(
                        Role.OPERATOR,
                        by -> lets(scenes.retry(
                                        by,
                                        ORIGIN,
                                        savedScene(),
                                        Set.of(place.relay().id()),
                                        "",
                                        null)
                                .getFirst())));
        ways.put("Scenes.forbidden", new Way(Role.OPERATOR, by -> scenes.forbidden(by, scene())
                .isEmpty()));
        ways.put(
                "Scenes.mayChange",
                new Way(
                        Role.ENGINEER,
                        by -> scenes.mayChange(by, Set.of(place.relay().id()))));
        ways.put(
                "Rules.change",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> rules.change(by, ORIGIN, place.relay().id(), OutputRules.NONE))));
        ways.put("Tickets.ask", new Way(Role.OPERATOR, by -> doesNotRefuse(() -> tickets.ask(by, List.of(wish())))));
        ways.put(
                "Requests.ask",
                new Way(
                        Role.OPERATOR,
                        by -> doesNotRefuse(() -> requests.ask(by, ORIGIN, new Deed.Set(List.of(wish()))))));
        ways.put("Requests.of", new Way(Role.VIEWER, by -> asked(number -> knows(by, number))));
        ways.put("Requests.agree", new Way(Role.OPERATOR, by -> asked(number -> agrees(by, number))));
        ways.put("Requests.decline", new Way(Role.OPERATOR, by -> asked(number -> declines(by, number))));
        ways.put("Placing.assign", new Way(Role.ENGINEER, by -> doesNotRefuse(() -> place(by))));
        ways.put("Placing.mayPlace", new Way(Role.ENGINEER, by -> placing.mayPlace(by, place.node())));
        ways.put("Placing.within", new Way(Role.ENGINEER, by -> placing.within(by)
                .point(place.relay().id())
                .isPresent()));
        ways.put("Nodes.all", new Way(Role.VIEWER, by -> nodes.all(by).stream()
                .anyMatch(facts -> facts.node().id().equals(place.node().id()))));
        ways.put(
                "Nodes.of",
                new Way(Role.VIEWER, by -> nodes.of(by, place.node().id()).isPresent()));
        ways.put("NodeLog.find", new Way(Role.VIEWER, by -> !log.find(
                        by, place.node().id(), "", LogLevel.EXTRA_TRACE, Long.MAX_VALUE, 1)
                .isEmpty()));
        ways.put("Upkeep.may", new Way(Role.ENGINEER, by -> upkeep.may(by, place.node())));
        ways.put(
                "Upkeep.restart",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> upkeep.restart(by, ORIGIN, place.node().id()))));
        ways.put(
                "Upkeep.report",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> upkeep.report(by, ORIGIN, place.node().id()))));
        ways.put(
                "Upkeep.ping",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> upkeep.ping(by, ORIGIN, place.node().id(), _ -> {}))));
        ways.put("Configuring.save", new Way(Role.ENGINEER, by -> doesNotRefuse(() -> configure(by))));
        ways.put(
                "Configuring.send",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> configuring.send(by, ORIGIN, place.node().id(), _ -> {}))));
        ways.put("Admitting.ignore", new Way(Role.ENGINEER, by -> doesNotRefuse(() -> triesToIgnore(by))));
        ways.put(
                "Admitting.block",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> admitting.block(by, ORIGIN, place.node().id()))));
        ways.put(
                "Admitting.letIn",
                new Way(
                        Role.ENGINEER,
                        by -> doesNotRefuse(
                                () -> admitting.letIn(by, ORIGIN, place.node().id()))));
        ways.put("Audit.find", new Way(Role.OPERATOR, by -> !found(by).isEmpty()));
        ways.put(
                "Audit.export",
                new Way(Role.OPERATOR, by -> exported(by).lines().count() > 1));
        Instant now = clock.instant();
        PointId relay = place.relay().id();
        ways.put("History.window", new Way(Role.VIEWER, by -> !history.window(by, relay, Instant.EPOCH, now, 2)
                .isEmpty()));
        ways.put("History.together", new Way(Role.VIEWER, by -> !history.together(
                        by, List.of(relay), Instant.EPOCH, now, 2)
                .isEmpty()));
        ways.put("History.readings", new Way(Role.VIEWER, by -> !history.readings(
                        by, relay, Instant.EPOCH, now.plusMillis(1), 1)
                .isEmpty()));
        ways.put("History.kept", new Way(Role.VIEWER, by -> history.kept(by, relay)
                .isPresent()));
        ways.put("Exports.of", new Way(Role.VIEWER, trade::takes));
        ways.put("Exports.since", new Way(Role.VIEWER, trade::knowsSinceWhen));
        ways.put("Imports.offered", new Way(Role.ENGINEER, trade::isOffered));
        ways.put("Imports.examine", new Way(Role.ENGINEER, trade::examines));
        ways.put("Imports.bring", new Way(Role.ENGINEER, trade::brings));
        ways.put("Upgrades.may", new Way(Role.ENGINEER, programs::maySend));
        ways.put("Upgrades.order", new Way(Role.ENGINEER, programs::orders));
        ways.put("Rollouts.candidates", new Way(Role.ENGINEER, programs::offers));
        ways.put("Rollouts.start", new Way(Role.ENGINEER, programs::starts));
        ways.put("Certificates.may", new Way(Role.ENGINEER, seals::may));
        ways.put("Certificates.nodes", new Way(Role.ENGINEER, seals::knows));
        ways.put("Certificates.issue", new Way(Role.ENGINEER, seals::issues));
        ways.put("Certificates.sign", new Way(Role.ENGINEER, seals::signs));
        ways.put("Certificates.revoke", new Way(Role.ENGINEER, seals::revokes));
        ways.put("Certificates.mayRevoke", new Way(Role.ENGINEER, seals::mayRevoke));
        ways.put("Images.assign", new Way(Role.ENGINEER, programs::assigns));
        Instant later = now.plusSeconds(60);
        ways.put("PastCommands.asked", new Way(Role.VIEWER, by -> !past.asked(by, relay, Instant.EPOCH, later)
                .isEmpty()));
        ways.put("PastCommands.overrides", new Way(Role.VIEWER, by -> !past.overrides(by, relay, Instant.EPOCH, later)
                .isEmpty()));
        return ways;
    }

    /** The relay has said something, which is in the history. */
    private void hasSpoken() {
        history.on(new Reading(place.relay().id(), ON, Quality.GOOD, clock.instant()));
        TestPast.awaitSafe(history);
    }

    /** The node has written a line, which is kept. */
    private void hasLogged() {
        broker.arrive("log/all", Bytes.of(place.node().uid() + ";2 - hello"));
        Awaitility.await().until(() -> log.newest(place.node().id()) > 0);
    }

    /** The relay has been held, which is written down. */
    private void wasHeld() {
        commands.request(admin, ORIGIN, wish());
        Instant later = clock.instant().plusSeconds(60);
        Awaitility.await().until(() -> !past.overrides(admin, place.relay().id(), Instant.EPOCH, later)
                .isEmpty());
    }

    private List<Row> found(Actor by) {
        try {
            return audit.find(by, ofThisPlace(), Long.MAX_VALUE, 1);
        } catch (AccessDeniedException _) {
            return List.of();
        }
    }

    private String exported(Actor by) {
        StringBuilder csv = new StringBuilder();
        try {
            audit.export(by, ofThisPlace(), csv);
            return csv.toString();
        } catch (AccessDeniedException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules of the relay are set again and again. */
    private Filter ofThisPlace() {
        return new Filter(null, null, "", Set.of(), Ending.ANY, "Left of " + place.tag(), "");
    }

    /** Those that are about everything and no place, or about what is one's own only. */
    private static final Set<String> ABOUT_ALL = Set.of(
            "Placing.mayPlaceAll",
            "Headcount.may",
            "Headcount.start",
            "Audit.check",
            "Requests.withdraw",
            "Images.all",
            "Images.mayKeep",
            "Images.add",
            "Images.correct",
            "Images.remove",
            "Certificates.all",
            "Certificates.mayGovern",
            "Certificates.create",
            "Certificates.bring",
            "Certificates.issueServer",
            "Discovered.may",
            "Discovered.devices",
            "Transfers.may",
            "Transfers.export",
            "Transfers.examine",
            "Transfers.bring");

    /** Those that take something under way, which {@code RolloutsTests} begins. */
    private static final Set<String> UNDER_WAY =
            Set.of("Rollouts.pause", "Rollouts.resume", "Rollouts.end", "Rollouts.rollBack");

    @Test
    void everyWayIsInTheTable() {
        Set<String> known = Stream.of(ways().keySet(), ABOUT_ALL, UNDER_WAY)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(found()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyRoleIsLetInWhereItMayAndNowhereElse() {
        hasSpoken();
        wasHeld();
        hasLogged();
        Map<String, Boolean> expected = new TreeMap<>();
        Map<String, Boolean> was = new TreeMap<>();
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                Guest guest = Guest.with(role, relation, place, users, grants);
                ways().forEach((name, way) -> {
                    expected.put(name + " by " + guest, guest.may(way.least()));
                    was.put(name + " by " + guest, way.tries().test(guest.person()));
                });
                expected.put("Placing.mayPlaceAll by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Placing.mayPlaceAll by " + guest, placing.mayPlaceAll(guest.person()));
                expected.put("Headcount.may by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Headcount.may by " + guest, headcount.may(guest.person()));
                expected.put("Headcount.start by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Headcount.start by " + guest, doesNotRefuse(() -> headcount.start(guest.person(), ORIGIN)));
                expected.put("Images.all by " + guest, role.holds(Role.ENGINEER));
                was.put("Images.all by " + guest, programs.lists(guest.person()));
                expected.put("Images.mayKeep by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Images.mayKeep by " + guest, programs.mayKeep(guest.person()));
                expected.put("Images.add by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Images.add by " + guest, programs.adds(guest.person()));
                expected.put("Images.correct by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Images.correct by " + guest, programs.corrects(guest.person()));
                expected.put("Images.remove by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Images.remove by " + guest, programs.removes(guest.person()));
                expected.put("Certificates.all by " + guest, role.holds(Role.ENGINEER));
                was.put("Certificates.all by " + guest, seals.lists(guest.person()));
                expected.put("Certificates.mayGovern by " + guest, role.holds(Role.ADMIN));
                was.put("Certificates.mayGovern by " + guest, seals.governs(guest.person()));
                expected.put("Certificates.create by " + guest, role.holds(Role.ADMIN));
                was.put("Certificates.create by " + guest, seals.creates(guest.person()));
                expected.put("Certificates.bring by " + guest, role.holds(Role.ADMIN));
                was.put("Certificates.bring by " + guest, seals.brings(guest.person()));
                expected.put("Certificates.issueServer by " + guest, role.holds(Role.ADMIN));
                was.put("Certificates.issueServer by " + guest, seals.issuesForServers(guest.person()));
                expected.put("Discovered.may by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Discovered.may by " + guest, discovered.may(guest.person()));
                expected.put("Discovered.devices by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Discovered.devices by " + guest, doesNotRefuse(() -> discovered.devices(guest.person())));
                expected.put("Transfers by " + guest, guest.mayAtAll(Role.ENGINEER));
                was.put("Transfers by " + guest, transfers.may(guest.person()));
                byte[] nothing = "{\"format\":\"bmac-building\",\"version\":1}".getBytes(StandardCharsets.UTF_8);
                Map<String, Runnable> deeds = Map.of(
                        "Transfers.export by ", () -> transfers.export(guest.person(), ORIGIN, null, null),
                        "Transfers.examine by ", () -> transfers.examine(guest.person(), nothing),
                        "Transfers.bring by ",
                                () -> transfers.bring(guest.person(), ORIGIN, nothing, "nothing.json", Set.of()));
                deeds.forEach((name, deed) -> {
                    expected.put(name + guest, guest.mayAtAll(Role.ENGINEER));
                    was.put(name + guest, doesNotRefuse(deed));
                });
                expected.put("Audit.check by " + guest, role.holds(Role.ENGINEER));
                was.put("Audit.check by " + guest, doesNotRefuse(() -> audit.check(guest.person(), _ -> {})));
            }
        }

        assertThat(was).isEqualTo(expected);
    }

    private Wish wish() {
        return Wish.override(place.relay().id(), ON);
    }

    private Command refused() {
        Actor nobody = Guest.with(Role.VIEWER, Relation.NOTHING_SAYS_WHERE, place, users, grants)
                .person();
        return commands.request(nobody, ORIGIN, wish()).command();
    }

    private Scene scene() {
        return new Scene(0, "s" + UUID.randomUUID(), Map.of(place.relay().id(), ON), Duration.ofHours(1));
    }

    private int savedScene() {
        return scenes.save(admin, ORIGIN, scene()).id();
    }

    /** Whether this can be done to a request of the administrator that waits for a second person. */
    private boolean asked(LongPredicate tried) {
        rules.change(admin, ORIGIN, place.relay().id(), new OutputRules(Confirmation.TWO_PERSONS, List.of(), null));
        Deed deed = new Deed.Set(List.of(wish().because("a test")));
        long number = requests.ask(admin, ORIGIN, deed).ticket().number();
        rules.change(admin, ORIGIN, place.relay().id(), OutputRules.NONE);
        boolean could = tried.test(number);
        if (requests.of(admin).stream().anyMatch(open -> open.number() == number && open.isOpen())) {
            requests.withdraw(admin, ORIGIN, number);
        }
        return could;
    }

    private boolean knows(Actor by, long number) {
        return requests.of(by).stream().anyMatch(request -> request.number() == number);
    }

    private void configure(Actor by) {
        configuring.save(
                by,
                ORIGIN,
                place.node().id(),
                new NodeSetup(place.node().location(), Set.of(), List.of(), Map.of(), Map.of()));
    }

    /** It has its place, so it can only be refused for that. */
    private void triesToIgnore(Actor by) {
        try {
            admitting.ignore(by, ORIGIN, place.node().id());
        } catch (IllegalArgumentException placed) {
            assertThat(placed).hasMessageStartingWith("It has its place.");
        }
    }

    private void place(Actor by) {
        Placement beside = new Placement(place.floor(), new Spot(0.2, 0.2));
        placing.assign(by, "test", place.node().id(), place.node().location(), Set.of(), beside);
    }

    /** Whatever else became of it, the actor was not refused for lack of right. */
    private static boolean lets(Asked asked) {
        return !(asked.command().outcome().orElse(null) instanceof Outcome.Refused(String reason)
                && reason.contains("may not command"));
    }

    private boolean agrees(Actor by, long number) {
        return answers(() -> requests.agree(by, ORIGIN, number));
    }

    private boolean declines(Actor by, long number) {
        return answers(() -> requests.decline(by, ORIGIN, number));
    }

    /** What somebody does not see does not wait for anybody. */
    private static boolean answers(Runnable attempt) {
        try {
            return doesNotRefuse(attempt);
        } catch (IllegalArgumentException nothing) {
            assertThat(nothing).hasMessageContaining("not waiting for anybody");
            return false;
        }
    }

    private static boolean doesNotRefuse(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (AccessDeniedException _) {
            return false;
        }
    }

    private static Set<String> found() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scan.findCandidateComponents("org.bmac").stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .filter(room -> Modifier.isPublic(room.getModifiers()))
                .filter(room -> !room.getPackageName().startsWith("org.bmac.access"))
                .flatMap(room -> Stream.of(room.getMethods()))
                .filter(CommandsMatrixTests::takesAnActor)
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
    }

    private static boolean takesAnActor(Method method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(Actor.class::isAssignableFrom);
    }
}
