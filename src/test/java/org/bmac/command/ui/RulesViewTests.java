package org.bmac.command.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.command.Confirmation;
import org.bmac.command.Guard;
import org.bmac.command.OutputRules;
import org.bmac.command.Rules;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen, without a browser. */
@ServerTest
@ViewPackages(packages = "org.bmac")
class RulesViewTests extends SpringBrowserlessTest {
    private static final Actor ADMIN = new Actor.Person(new UserId(1), "admin", Role.ADMIN);

    private final Buildings buildings;
    private final Rules rules;
    private final String tag = "at-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    RulesViewTests(Buildings buildings, Rules rules) {
        this.buildings = buildings;
        this.rules = rules;
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void rulesThatAreSetCountAndStandInTheList() {
        Point fan = point(Kind.FAN, 4);
        open(fan);
        group().setValue(Confirmation.CONFIRM);
        number("Stays on for at least").setValue(5.0);
        find(IntegerField.class).single().setValue(6);
        number("within").setValue(60.0);
        number("No more than").setValue(80.0);
        number("Goes to").setValue(20.0);
        save();

        assertThat(rules.of(fan.id()))
                .isEqualTo(new OutputRules(
                        Confirmation.CONFIRM,
                        List.of(
                                new Guard.MinimumTimes(Duration.ofMinutes(5), Duration.ZERO),
                                new Guard.SwitchingRate(6, Duration.ofHours(1)),
                                new Guard.Limits(0, 80)),
                        new Value.Duty(20)));
        find(TextField.class).single().setValue(tag);
        assertThat(find(OutputLine.class).single().getElement().getTextRecursively())
                .contains("Fan", tag, "Confirm", "stays on for 5 min", "takes 0 to 80", "otherwise 20 %");
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void rulesThatAreOpenedAndSavedStayAsTheyAre() {
        Point fan = point(Kind.FAN, 4);
        Point relay = buildings.ensurePoint(fan.node(), Kind.RELAY, 5);
        OutputRules before = new OutputRules(
                Confirmation.TWO_PERSONS,
                List.of(
                        new Guard.MinimumTimes(Duration.ofSeconds(90), Duration.ofMinutes(3)),
                        new Guard.SwitchingRate(2, Duration.ofMinutes(10)),
                        new Guard.Exclusive(Set.of(relay.id())),
                        new Guard.Limits(10, 90)),
                null);
        rules.change(ADMIN, "test", fan.id(), before);

        open(fan);
        save();

        assertThat(rules.of(fan.id())).isEqualTo(before);
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void whatCannotBeIsSaidAtItsFieldAndNotSaved() {
        Point fan = point(Kind.FAN, 4);
        open(fan);
        number("Stays on for at least").setValue(-1.0);
        find(IntegerField.class).single().setValue(6);
        number("No less than").setValue(80.0);
        number("No more than").setValue(20.0);
        save();

        assertThat(number("Stays on for at least").isInvalid()).isTrue();
        assertThat(number("within").getErrorMessage()).isEqualTo("Within how many minutes?");
        assertThat(number("No more than").isInvalid()).isTrue();
        assertThat(rules.of(fan.id())).isEqualTo(OutputRules.NONE);
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void whatTheRoomRefusesIsSaidInTheDialog() {
        Point fan = point(Kind.FAN, 4);
        open(fan);
        number("No less than").setValue(50.0);
        number("Goes to").setValue(20.0);
        save();

        assertThat(find(Paragraph.class).withClassName("trouble").single().getText())
                .isEqualTo("What it does otherwise lies outside its own limits.");
        assertThat(rules.of(fan.id())).isEqualTo(OutputRules.NONE);
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void whereNobodyKnowsOfOccupancyItCannotBeARule() {
        Point relay = point(Kind.RELAY, 5);
        open(relay);
        Select<OccupancyPart.When> when = selects().getFirst();
        when.setValue(OccupancyPart.When.OCCUPIED);
        save();

        assertThat(when.isInvalid()).isTrue();
        assertThat(rules.of(relay.id())).isEqualTo(OutputRules.NONE);
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void whatOnlyMeasuresOpensNothing() {
        UI.getCurrent().navigate("rules/" + point(Kind.TEMPERATURE, 0).id());

        assertThat(find(RulesDialog.class).all()).isEmpty();
    }

    private void open(Point point) {
        UI.getCurrent().navigate("rules/" + point.id());
    }

    private void save() {
        test(find(Button.class).withText("Save").single()).click();
    }

    private NumberField number(String label) {
        return find(NumberField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Confirmation> group() {
        return find(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private List<Select<OccupancyPart.When>> selects() {
        return find(Select.class).all().stream()
                .map(each -> (Select<OccupancyPart.When>) each)
                .toList();
    }

    private Point point(Kind kind, int channel) {
        Node node = buildings.addNode(tag.substring(3) + "0000", tag, Dialect.FIRMWARE, 1);
        return buildings.ensurePoint(node.id(), kind, channel);
    }
}
