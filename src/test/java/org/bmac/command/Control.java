package org.bmac.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.audit.Row;
import org.bmac.audit.TestAudit;
import org.bmac.broker.Broker;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.node.Channel;
import org.bmac.node.NodeRoom;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.bmac.simulator.DeskNode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room as it runs, with the audit, over a database and a broker in memory and a clock that stands still. */
final class Control implements AutoCloseable {
    static final String UID = "a020a6000002";
    static final Actor ANNA = new Actor.Person(new UserId(1), "anna", Role.OPERATOR);
    static final Actor BEN = new Actor.Person(new UserId(2), "ben", Role.ENGINEER);
    static final Actor VERA = new Actor.Person(new UserId(3), "vera", Role.VIEWER);
    static final Actor SCHEDULE = new Actor.Automation("schedule");

    final MovableClock clock;
    final InMemoryBroker broker;
    final List<Object> events = new ArrayList<>();

    /** Is called once, while the next command is being written down. */
    Runnable meanwhile = () -> {};

    final DataSource database;
    final Buildings buildings;
    final NodeRoom room;
    final TestAudit audit;
    final Rules rules;
    final Tickets tickets;
    final Commands commands;
    final PastCommands past;
    final Scenes scenes;
    final Requests requests;

    /** Whether an account is still what it was. */
    Predicate<Actor> stands = _ -> true;

    final Ledger ledger;
    final Point fan;
    final Point relay;
    final Point other;
    final DeskNode node;

    Control() {
        this(TestBuildings.database(), new MovableClock());
    }

    /** As after a restart, on this database. */
    Control(DataSource database, MovableClock clock) {
        this.database = database;
        this.clock = clock;
        broker = new InMemoryBroker(clock);
        buildings = TestBuildings.over(database, _ -> {});
        Reports reports = new Reports(buildings, clock);
        room = new NodeRoom(broker, buildings, clock, _ -> {}, List.of(reports));
        Node known = buildings.current().nodeOfUid(UID);
        Node owner = known == null ? room.bmac5(UID) : known;
        fan = room.output(owner, Kind.FAN, 4);
        relay = room.output(owner, Kind.RELAY, 5);
        other = room.output(owner, Kind.RELAY, 6);
        node = DeskNode.bmac5(
                broker,
                clock,
                UID,
                List.of(
                        new Channel(4, Kind.FAN, true, true, Duration.ZERO),
                        new Channel(5, Kind.RELAY, true, true, Duration.ZERO),
                        new Channel(6, Kind.RELAY, true, true, Duration.ZERO)));
        audit = new TestAudit(database, buildings, clock);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        Rights rights = TestRights.over(database, buildings);
        rules = new Rules(
                new RuleRows(JdbcClient.create(database)),
                rights,
                buildings,
                room.deliveries(),
                transactions,
                this::tell);
        tickets = new Tickets(rules, rights, clock);
        CommandRows rows = new CommandRows(new JdbcTemplate(database));
        ledger = new Ledger(rows, transactions, this::tell);
        Outputs outputs = new Outputs();
        Duration patience = Duration.ofSeconds(5);
        Pursuit pursuit = new Pursuit(
                outputs,
                ledger,
                room.deliveries(),
                new CommandSettings(new CommandSettings.Patience(patience, patience, patience, patience)),
                this::tell,
                clock);
        commands = new Commands(
                buildings,
                rights,
                new Checks(rights, room.deliveries(), tickets, rules, reports, outputs),
                tickets,
                rules,
                outputs,
                pursuit,
                rows,
                clock);
        commands.closeWhatWasLeft();
        past = new PastCommands(rows, buildings, rights);
        scenes = new Scenes(
                new SceneRows(JdbcClient.create(database), buildings),
                commands,
                rights,
                transactions,
                this::tell,
                ledger,
                clock);
        requests = new Requests(tickets, commands, scenes, rights, actor -> stands.test(actor), this::tell, clock);
    }

    private synchronized void tell(Object event) {
        audit.on(event);
        events.add(event);
        if (event instanceof CommandsKept) {
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
        }
    }

    Broker broker() {
        return broker;
    }

    Asked fan(Actor actor, int percent) {
        return commands.request(actor, "desk", Wish.override(fan.id(), new Value.Duty(percent)));
    }

    Asked relay(Actor actor, boolean on) {
        return commands.request(actor, "desk", Wish.override(relay.id(), new Value.Switched(on)));
    }

    /** Time passes, for the node and for us. */
    void pass(Duration time) {
        for (long i = 0; i < time.toMillis() / 50; i++) {
            node.pass(Duration.ofMillis(50));
            room.step();
        }
        look();
    }

    /** It is later all of a sudden. */
    void jump(Duration time) {
        clock.move(time);
        node.tick();
        room.step();
        look();
    }

    void look() {
        commands.expire();
        commands.catchUp();
        requests.expire();
    }

    static Outcome outcome(Asked asked) {
        return asked.end().getNow(asked.command()).outcome().orElseThrow();
    }

    /** The audit, oldest first. */
    List<Row> rows() {
        return audit.rows();
    }

    @Override
    public void close() {
        room.close();
    }
}
