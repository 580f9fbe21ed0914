package org.bmac.node.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.audit.Audit;
import org.bmac.audit.Ending;
import org.bmac.audit.Entry;
import org.bmac.audit.Filter;
import org.bmac.audit.Row;
import org.bmac.audit.What;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@ViewPackages(packages = "org.bmac")
@SignedInAs(Role.ENGINEER)
class NodesViewTests extends SpringBrowserlessTest {
    private static final AtomicInteger numbers = new AtomicInteger(0x900);
    private static final Actor ADMIN = new Actor.Person(new UserId(1_000_001), "root", Role.ADMIN);

    private final Buildings buildings;
    private final InMemoryBroker broker;
    private final Audit audit;
    private final String uid = "a020a6%06x".formatted(numbers.incrementAndGet());
    private final String location = "room-" + uid;

    @Autowired
    NodesViewTests(Buildings buildings, InMemoryBroker broker, Audit audit) {
        this.buildings = buildings;
        this.broker = broker;
        this.audit = audit;
    }

    @BeforeEach
    void aNodeSpeaks() {
        broker.arrive("cc/config", Bytes.of(uid));
        await().until(() -> buildings.current().nodeOfUid(uid) != null);
        buildings.assign(node().id(), location, 1, null);
        broker.arrive("nsa/temperature", Bytes.of(location + ";21.00"));
    }

    @Test
    void aNodeIsFoundByAnythingThatIsKnownOfIt() {
        NodesView view = navigate(NodesView.class);
        find(TextField.class, view).single().setValue("HUMIDITY " + uid);

        List<NodeRow> rows = find(NodeRow.class, view).all();
        assertThat(rows).singleElement().satisfies(row -> assertThat(text(row))
                .contains(location, uid, "Online", "just now", "Unplaced", "BMaC firmware"));
        assertThat(find(Paragraph.class, view)
                        .withClassName("nodes-summary")
                        .single()
                        .getText())
                .startsWith("1 node of ");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theStateNarrowsTheList() {
        NodesView view = navigate(NodesView.class);
        find(TextField.class, view).single().setValue(uid);
        find(Select.class, view).single().setValue(NodeFilter.Which.OFFLINE);

        assertThat(find(NodeRow.class, view).all()).isEmpty();
        assertThat(find(Paragraph.class, view)
                        .withClassName("nodes-summary")
                        .single()
                        .getText())
                .startsWith("No node fits.");
    }

    @Test
    void aPageOfANodeHasItsLogWhichCanBeSearched() {
        broker.arrive("log/all", Bytes.of(uid + ";0 - Firmware update failed."));
        broker.arrive("log/all", Bytes.of(uid + ";2 - Connected"));
        open();
        LogCard log = find(LogCard.class).single();
        await().pollInSameThread().untilAsserted(() -> {
            test(find(Button.class, log).withText("Refresh").single()).click();
            assertThat(text(log)).contains("Firmware update failed.", "Connected");
        });

        find(TextField.class, log).single().setValue("UPDATE");

        assertThat(text(find(LogTable.class, log).single()))
                .contains("Error", "Firmware update failed.")
                .doesNotContain("Connected");
    }

    @Test
    void aPingSaysAfterHowLongItWasAnswered() {
        open();
        press("Ping");
        await().untilAsserted(() -> assertThat(toNode()).contains("version;"));

        broker.arrive("cc/response", Bytes.of(uid + ";0.2"));

        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks();
            assertThat(text(find(NodeActions.class).single())).contains("Answered after 0 ms.");
        });
    }

    @Test
    void aRestartIsConfirmedAndWrittenDownWithItsBytes() {
        open();
        press("Restart …");
        test(find(ConfirmDialog.class).single()).confirm();

        await().untilAsserted(() -> assertThat(broker.published())
                .anyMatch(sent -> sent.topic().equals("presence/restart")
                        && sent.payload().text().equals(uid)));
        Entry entry = audit.find(ADMIN, rowsOfThis(), Long.MAX_VALUE, 1).stream()
                .map(Row::entry)
                .findFirst()
                .orElseThrow();
        assertThat(entry.what()).isEqualTo(What.NODE);
        assertThat(entry.reason()).isEqualTo(location + ": Restart.");
        assertThat(entry.sent()).isEqualTo("presence/restart " + Bytes.of(uid).toHex());
        assertThat(entry.actor()).isEqualTo("anna");
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void aViewerLooksAndSendsNothing() {
        open();

        assertThat(find(H1.class).single().getText()).isEqualTo(location);
        assertThat(find(NodeActions.class).all()).isEmpty();
    }

    private Filter rowsOfThis() {
        return new Filter(null, null, "", java.util.Set.of(What.NODE), Ending.ANY, "", location);
    }

    private void open() {
        UI.getCurrent().navigate("nodes/" + uid);
    }

    private void press(String words) {
        test(find(Button.class, find(NodeActions.class).single())
                        .withText(words)
                        .single())
                .click();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private Node node() {
        return Objects.requireNonNull(buildings.current().nodeOfUid(uid));
    }

    private List<String> toNode() {
        return broker.published().stream()
                .filter(sent -> sent.topic().equals("cc/" + uid))
                .map(Outgoing::payload)
                .map(Bytes::text)
                .toList();
    }
}
