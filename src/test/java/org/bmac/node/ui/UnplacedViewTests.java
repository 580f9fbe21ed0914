package org.bmac.node.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Role;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.node.Module;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@ViewPackages(packages = "org.bmac")
@SignedInAs(Role.ENGINEER)
class UnplacedViewTests extends SpringBrowserlessTest {
    private static final AtomicInteger numbers = new AtomicInteger(0x100);

    private final Buildings buildings;
    private final InMemoryBroker broker;
    private final String uid = "a020a6%06x".formatted(numbers.incrementAndGet());
    private final String place = "lab-" + uid;

    @Autowired
    UnplacedViewTests(Buildings buildings, InMemoryBroker broker) {
        this.buildings = buildings;
        this.broker = broker;
    }

    @BeforeEach
    void aNodeSaysHello() {
        for (int i = buildings.current().floors().size(); i < 2; i++) { // of one alone nobody is asked which
            buildings.addFloor("Level " + i, i, 120, 80, new PlanImage("image/svg+xml", Bytes.of("<svg/>")));
        }
        broker.arrive("cc/config", Bytes.of(uid));
        await().until(() -> buildings.current().nodeOfUid(uid) != null);
    }

    @Test
    void whoIsHeardFirstIsListedAsUnplaced() {
        navigate(UnplacedView.class);

        assertThat(entries()).anyMatch(entry -> entry.contains(uid) && entry.contains("without a location"));
    }

    @Test
    void savingPlacesTheNodeAndTellsItItsLocationAndThenItsModules() {
        NodeForm form = openForm();
        fill(form, place, 25, 75);
        find(ModuleChoice.class, form).single().setValue(Set.of(Module.THP, Module.MOTION));

        press(form);

        assertThat(node().location()).isEqualTo(place);
        assertThat(node().modules()).isEqualTo(0x11);
        assertThat(Objects.requireNonNull(node().placement()).spot()).isEqualTo(new Spot(0.25, 0.75));
        await().untilAsserted(
                        () -> assertThat(toNode()).containsExactly("loc;" + place, "mod;\u0011\0\0\0", "mod_active;"));
    }

    @Test
    void theAnswerOfTheNodeIsShown() {
        NodeForm form = openForm();
        fill(form, place, 25, 75);
        press(form);

        broker.arrive("cc/response", Bytes.of(uid + ";0"));

        await().pollInSameThread().untilAsserted(() -> {
            runPendingSignalsTasks();
            assertThat(said(form)).isEqualTo("Saved and sent. The node answers that it runs no module.");
        });
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        NodeForm form = openForm();

        press(form);

        assertThat(find(TextField.class, form).single().getErrorMessage()).isEqualTo("Give it a location.");
        assertThat(find(Select.class, form).single().getErrorMessage())
                .isEqualTo("Choose the floor on which it hangs.");
        assertThat(find(NumberField.class, form).all()).allMatch(NumberField::isInvalid);
        assertThat(node().placed()).isFalse();
    }

    @Test
    void aLocationThatAnotherNodeHasIsRefusedAtTheField() {
        buildings.assign(node().id(), "taken-" + uid, 0, null);
        String other = "b" + uid.substring(1);
        broker.arrive("cc/config", Bytes.of(other));
        await().until(() -> buildings.current().nodeOfUid(other) != null);
        NodeForm form = openForm(Objects.requireNonNull(buildings.current().nodeOfUid(other)));
        fill(form, "taken-" + uid, 50, 50);

        press(form);

        assertThat(find(TextField.class, form).single().getErrorMessage())
                .isEqualTo("Another node is called 'taken-" + uid + "' already.");
    }

    @Test
    void modulesThatNeedTheSamePinsAreExplainedAtOnce() {
        NodeForm form = openForm();

        ModuleChoice modules = find(ModuleChoice.class, form).single();
        modules.setValue(Set.of(Module.CO2, Module.JURA));

        assertThat(modules.getErrorMessage()).isEqualTo("CO₂ and Coffee counters need the same pins");
        assertThat(modules.isInvalid()).isTrue();
    }

    private NodeForm openForm() {
        return openForm(node());
    }

    private NodeForm openForm(Node node) {
        UnplacedView view = navigate(
                UnplacedView.class, Map.of("node", Integer.toString(node.id().number())));
        return find(NodeForm.class, view).single();
    }

    @SuppressWarnings("unchecked")
    private void fill(NodeForm form, String location, double x, double y) {
        find(TextField.class, form).single().setValue(location);
        Select<Floor> floor = find(Select.class, form).single();
        floor.setValue(buildings.current().floors().getFirst());
        List<NumberField> spot = find(NumberField.class, form).all();
        spot.getFirst().setValue(x);
        spot.getLast().setValue(y);
    }

    private void press(NodeForm form) {
        test(find(Button.class, form).single()).click();
    }

    private String said(NodeForm form) {
        return find(Paragraph.class, form).single().getText();
    }

    private Node node() {
        return Objects.requireNonNull(buildings.current().nodeOfUid(uid));
    }

    private List<String> entries() {
        return find(UnplacedList.class)
                .single()
                .getChildren()
                .map(entry -> entry.getElement().getTextRecursively())
                .toList();
    }

    private List<String> toNode() {
        return broker.published().stream()
                .filter(sent -> sent.topic().equals("cc/" + uid))
                .map(Outgoing::payload)
                .map(Bytes::text)
                .toList();
    }
}
