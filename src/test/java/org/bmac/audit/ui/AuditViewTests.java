package org.bmac.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.audit.ChainCheck;
import org.bmac.audit.Ending;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Point;
import org.bmac.command.Commands;
import org.bmac.command.Wish;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen, without a browser. */
@ServerTest
@ViewPackages(packages = "org.bmac")
class AuditViewTests extends SpringBrowserlessTest {
    private static final Actor VIEWER = new Actor.Person(new UserId(2_000_000), "vera", Role.VIEWER);

    private final Buildings buildings;
    private final Commands commands;
    private final String tag = "at-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    AuditViewTests(Buildings buildings, Commands commands) {
        this.buildings = buildings;
        this.commands = commands;
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void rowsComeFiftyAtATimeAndTheOlderOnesOnAsking() {
        refuse(AuditView.PAGE + 3);
        openFor(tag);
        assertThat(rows()).hasSize(AuditView.PAGE);
        assertThat(summary()).isEqualTo("50 rows, newest first; there are older ones.");

        press("Show older rows");

        assertThat(rows()).hasSize(AuditView.PAGE + 3);
        assertThat(summary()).isEqualTo("53 rows, newest first; that is all.");
        assertThat(find(Button.class).withText("Show older rows").all()).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void aRowSaysWhoWantedWhatAndHowItEnded() {
        refuse(1);
        openFor(tag);

        assertThat(rows()).singleElement().satisfies(row -> assertThat(
                        row.getElement().getTextRecursively())
                .contains("vera", "viewer", "Command", "Relay, " + tag, "on", "Refused", "vera may not command this."));
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void pressingARowShowsEverything() {
        refuse(1);
        openFor(tag);
        test(find(NativeButton.class).withClassName("audit-open").single()).click();

        assertThat(find(RowDialog.class).single().getElement().getTextRecursively())
                .contains(
                        "Display or browser",
                        "a test",
                        "8, operator",
                        "Bytes sent",
                        "Hash",
                        "vera may not command this.");
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void whatDoesNotFitIsNotThere() {
        refuse(1);
        openFor(tag);
        Select<Ending> ending = outcome();

        ending.setValue(Ending.CONFIRMED);
        assertThat(find(AuditLine.class).all()).isEmpty();
        assertThat(summary()).startsWith("No row fits.");
        ending.setValue(Ending.TROUBLE);
        assertThat(rows()).hasSize(1);
        press("Clear");
        assertThat(field("Point or place").getValue()).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void anOperatorHasNoChainToCheckAndReadsOnlyAboutPoints() {
        UI.getCurrent().navigate(AuditView.class);

        assertThat(find(ChainCard.class).all()).isEmpty();
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("What was tried and changed at the places that you may see.");
    }

    @Test
    void whatACheckFoundIsSaidInWords() {
        assertThat(ChainCard.words(new ChainCheck(0, 0, ""))).isEqualTo("There is no row yet.");
        assertThat(ChainCard.words(new ChainCheck(1_200, 0, "")))
                .isEqualTo("The chain is whole: 1,200 rows, each as it was written.");
        assertThat(ChainCard.words(new ChainCheck(1_200, 1_200, "Row 1200 of 1300 is missing.")))
                .isEqualTo("The chain is broken. Row 1200 of 1300 is missing.");
    }

    /** So many refusals at an output of the test's own. */
    private void refuse(int times) {
        Point relay = buildings.ensurePoint(
                buildings
                        .addNode(tag.substring(3) + "0000", tag, Dialect.FIRMWARE, 1)
                        .id(),
                Kind.RELAY,
                5);
        IntStream.range(0, times)
                .mapToObj(_ -> commands.request(VIEWER, "a test", Wish.override(relay.id(), new Value.Switched(true))))
                .toList()
                .forEach(asked -> asked.end().join());
    }

    private void openFor(String place) {
        UI.getCurrent().navigate(AuditView.class);
        field("Point or place").setValue(place);
    }

    private List<AuditLine> rows() {
        return find(AuditLine.class).all();
    }

    private String summary() {
        return find(Paragraph.class).withClassName("audit-summary").single().getText();
    }

    @SuppressWarnings("unchecked")
    private Select<Ending> outcome() {
        return find(Select.class).single();
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private void press(String text) {
        Component button = find(Button.class).withText(text).single();
        test((Button) button).click();
    }
}
