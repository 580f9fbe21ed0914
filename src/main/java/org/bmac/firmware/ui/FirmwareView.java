package org.bmac.firmware.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.Images;
import org.bmac.firmware.Rollout;
import org.bmac.firmware.Rollouts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The programs of nodes: brings images, rolls them out in stages, and shows how that goes. */
@Route("firmware")
@PageTitle("Firmware · BMaC")
@Menu(title = "Firmware", order = 42, icon = "firmware")
@RolesAllowed("ENGINEER")
class FirmwareView extends Div {
    private static final int LOOK = 1_000;
    private static final int MOST = 20;
    private static final int SHORT = 12;

    private final Images images;
    private final Rollouts rollouts;
    private final Rights rights;
    private final Actor actor;
    private final Div kept = new Div();
    private final Div form = new Div();
    private final Div going = new Div();
    private final Paragraph said = new Paragraph();
    private @Nullable Registration looking;

    FirmwareView(Images images, Rollouts rollouts, Rights rights, SignedIn signedIn) {
        this.images = images;
        this.rollouts = rollouts;
        this.rights = rights;
        this.actor = signedIn.actor().orElseThrow();
        addClassName("firmware-page");
        kept.addClassName("firmware-card");
        said.addClassName("firmware-wrong");
        add(new H1("Firmware"), kept, form);
        if (images.mayKeep(actor)) {
            add(new BringCard(images, actor, this::list));
        }
        add(new H2("Roll-outs"), going);
        list();
        look();
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

    private void list() {
        List<FirmwareImage> all = images.all(actor);
        kept.removeAll();
        kept.add(new H2("Images"));
        if (all.isEmpty()) {
            kept.add(new Paragraph("No image has been brought yet."));
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("firmware-table");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Image", "For", "Size", "SHA-256", "Brought", "")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        table.getHead().add(header);
        all.stream().map(this::row).forEach(table.getBody()::add);
        kept.add(table, said);
    }

    private NativeTableRow row(FirmwareImage image) {
        Span hash = new Span(image.sha256().substring(0, SHORT) + "…");
        hash.addClassName("firmware-hash");
        hash.setTitle(image.sha256());
        NativeTableCell name = new NativeTableCell();
        Div words = new Div(image.words());
        words.getStyle().setFontWeight("600");
        name.add(words, new Span(image.notes()));
        Button roll = new Button("Roll out …", _ -> open(image));
        roll.setAriaLabel("Roll out " + image.words());
        Button correct = new Button("Correct …", _ -> correct(image));
        correct.setAriaLabel("Correct " + image.words());
        correct.setVisible(images.mayKeep(actor));
        Button remove = new Button("Remove", _ -> remove(image));
        remove.setAriaLabel("Remove " + image.words());
        remove.setVisible(images.mayKeep(actor));
        Div deeds = new Div(roll, correct, remove);
        deeds.addClassName("firmware-end");
        NativeTableRow row = new NativeTableRow();
        row.add(
                name,
                new NativeTableCell(image.board().label() + ", " + Words.dialect(image.dialect())),
                new NativeTableCell(Words.size(image.size())),
                new NativeTableCell(hash),
                new NativeTableCell(
                        Words.moment(image.at()) + " by " + image.by() + (image.signed() ? ", signature checked" : "")),
                new NativeTableCell(deeds));
        return row;
    }

    private void open(FirmwareImage image) {
        form.removeAll();
        form.add(new RolloutForm(rollouts, actor, rights.seen(actor), image, () -> {
            form.removeAll();
            look();
        }));
    }

    private void correct(FirmwareImage image) {
        form.removeAll();
        form.add(new CorrectionForm(images, actor, image, () -> {
            form.removeAll();
            list();
        }));
    }

    private void remove(FirmwareImage image) {
        try {
            images.remove(actor, Origin.here(), image.id());
            said.setText("");
            list();
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            said.setText(refusal.getMessage());
        }
    }

    private void look() {
        Building seen = rights.seen(actor);
        List<Rollout> newest = rollouts.newest(MOST);
        List<RolloutCard> cards = going.getChildren()
                .filter(RolloutCard.class::isInstance)
                .map(RolloutCard.class::cast)
                .toList();
        if (!newest.stream()
                .map(Rollout::id)
                .toList()
                .equals(cards.stream().map(RolloutCard::number).toList())) {
            going.removeAll();
            newest.forEach(rollout -> going.add(new RolloutCard(rollouts, actor, seen, rollout, this::look)));
        } else {
            for (int i = 0; i < cards.size(); i++) {
                cards.get(i).show(newest.get(i), seen);
            }
        }
        if (newest.isEmpty() && going.getChildren().findAny().isEmpty()) {
            going.add(new Paragraph("Nothing was rolled out yet."));
        }
    }
}
