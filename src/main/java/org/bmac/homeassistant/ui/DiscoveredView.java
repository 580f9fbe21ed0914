package org.bmac.homeassistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.homeassistant.Discovered;
import org.bmac.homeassistant.DiscoveredDevice;
import org.jspecify.annotations.Nullable;

/** The devices of other worlds: what each is here, and what of it cannot be shown, and why. */
@Route("discovered")
@PageTitle("Discovered devices · BMaC")
@Menu(title = "Devices", order = 31, icon = "discovered")
@RolesAllowed("ENGINEER")
class DiscoveredView extends Div {
    private static final int LOOK = 2_000;
    private static final String OFF =
            "Devices of other worlds are not listened to. Set BMAC_HOMEASSISTANT_ENABLED=true and start again: then"
                    + " whatever announces itself by Home Assistant's MQTT discovery (Zigbee2MQTT, Tasmota, ESPHome,"
                    + " Shelly) appears here, and among the unplaced nodes.";
    private static final String NOT_YOURS = "Only who may configure the whole building sees what announces itself.";

    private final Discovered discovered;
    private final Actor actor;
    private final Paragraph summary = new Paragraph();
    private final NativeTable table = new NativeTable();
    private List<DiscoveredDevice> shown = List.of();
    private @Nullable Registration looking;

    DiscoveredView(Discovered discovered, SignedIn signedIn) {
        this.discovered = discovered;
        this.actor = signedIn.actor().orElseThrow();
        addClassName("discovered-page");
        summary.getElement().setAttribute("role", "status");
        table.addClassName("discovered-table");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Device", "Here", "Points", "Not shown")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        table.getHead().add(header);
        add(new H1("Discovered devices"), summary, table);
        list();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ui.setPollInterval(LOOK);
        looking = ui.addPollListener(_ -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (looking != null) {
            looking.remove();
        }
    }

    private void look() {
        if (!devices().equals(shown)) {
            list();
        }
    }

    private void list() {
        shown = devices();
        summary.setText(words());
        table.setVisible(!shown.isEmpty());
        table.getBody().removeAll();
        shown.stream().map(DiscoveredView::row).forEach(table.getBody()::add);
    }

    private List<DiscoveredDevice> devices() {
        return discovered.may(actor) ? discovered.devices(actor) : List.of();
    }

    private String words() {
        if (!discovered.isEnabled()) {
            return OFF;
        }
        if (!discovered.may(actor)) {
            return NOT_YOURS;
        }
        String trusted = " They may speak at and below " + String.join(", ", discovered.trusted()) + ".";
        return switch (shown.size()) {
            case 0 -> "No device has announced itself yet." + trusted;
            case 1 -> "One device has announced itself." + trusted;
            default -> shown.size() + " devices have announced themselves." + trusted;
        };
    }

    private static NativeTableRow row(DiscoveredDevice device) {
        Span name = new Span(device.name());
        name.addClassName("discovered-name");
        Span model = new Span(device.model());
        model.addClassName("discovered-model");
        Span unit = new Span(device.points() == 1 ? " point" : " points");
        unit.addClassName("discovered-unit");
        NativeTableCell points = new NativeTableCell(new Span(Integer.toString(device.points())), unit);
        points.addClassName("discovered-number");
        NativeTableRow row = new NativeTableRow();
        row.add(new NativeTableCell(name, model), new NativeTableCell(here(device)), points, refused(device));
        return row;
    }

    private static Component here(DiscoveredDevice device) {
        DiscoveredDevice.Home home = device.home();
        if (home == null) {
            return new Span("Nothing of it can be shown");
        }
        return home.placed()
                ? new Anchor("nodes/" + home.uid(), home.name())
                : new Anchor("unplaced/" + home.node().number(), "Place " + home.name() + " …");
    }

    private static NativeTableCell refused(DiscoveredDevice device) {
        if (device.refused().isEmpty()) {
            return new NativeTableCell("–");
        }
        UnorderedList reasons = new UnorderedList();
        device.refused().forEach(one -> reasons.add(new ListItem(one.name() + ": " + one.reason())));
        int count = device.refused().size();
        return new NativeTableCell(new NativeDetails(count + (count == 1 ? " thing" : " things"), reasons));
    }
}
