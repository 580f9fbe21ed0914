package org.bmac.firmware;

import java.time.Duration;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.Rights;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.node.NodeRoom;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real store of images outside an application context. */
public final class TestFirmware {
    private TestFirmware() {}

    /** Over this database; images need no signature. */
    public static Images images(
            DataSource database, Buildings buildings, Rights rights, ApplicationEventPublisher events) {
        MovableClock clock = new MovableClock();
        return new Images(
                new ImageRows(JdbcClient.create(database)),
                rights,
                buildings,
                NodeRoom.upgrades(rights, database, buildings, new InMemoryBroker(clock), events),
                new FirmwareSettings(0, "", "", Duration.ofMinutes(5), ""),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                events,
                clock);
    }
}
