package org.bmac.transfer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.transfer.DryRun;
import org.bmac.transfer.Transfers;
import org.bmac.transfer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** Takes the whole building away as a file, and brings one: first it is said what would change. */
@Route("building-file")
@PageTitle("Building file · BMaC")
@Menu(title = "Building file", order = 34, icon = "building-file")
@RolesAllowed("ENGINEER")
class BuildingFileView extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(BuildingFileView.class);

    private final Transfers transfers;
    private final Actor actor;
    private final String origin = here();
    private final Select<Vocabulary> words = new Select<>();
    private final Select<Floor> floor = new Select<>();
    private final DryRunPanel panel = new DryRunPanel();
    private final Paragraph said = new Paragraph();
    private final Button bring = new Button("Import", _ -> bring());
    private final Anchor map = new Anchor("", "Show the map");
    private byte @Nullable [] file;
    private String name = "";
    private volatile @Nullable Vocabulary chosenWords;
    private volatile @Nullable Floor chosenFloor;

    BuildingFileView(Transfers transfers, Buildings buildings, SignedIn signedIn) {
        this.transfers = transfers;
        this.actor = signedIn.actor().orElseThrow();
        addClassName("exchange-page");
        add(new H1("Building file"));
        if (transfers.may(actor)) {
            add(
                    new Paragraph("Floors with their plans and zones, nodes and points, as one file: to keep, to move"
                            + " to another server, or to begin from."),
                    away(buildings),
                    in());
        } else {
            add(new Paragraph("Only who may configure the whole building takes it away as a file or brings one."));
        }
    }

    private Div away(Buildings buildings) {
        floor.setLabel("Of");
        floor.setItems(buildings.current().floors());
        floor.setItemLabelGenerator(each -> each == null ? "The whole building" : each.name());
        floor.setEmptySelectionAllowed(true);
        floor.setEmptySelectionCaption("The whole building");
        floor.addValueChangeListener(event -> chosenFloor = event.getValue());
        words.setLabel("Words of elsewhere");
        words.setItems(Vocabulary.values());
        words.setItemLabelGenerator(each -> each == null ? "None" : each.label());
        words.setEmptySelectionAllowed(true);
        words.setEmptySelectionCaption("None");
        words.addValueChangeListener(event -> chosenWords = event.getValue());
        Anchor download = new Anchor(this::download, AttachmentType.DOWNLOAD, "Download");
        download.addClassName("exchange-download");
        Div how = new Div(floor, words);
        how.addClassName("exchange-how");
        Div end = new Div(download);
        end.addClassName("exchange-end");
        return card(new H2("Export"), how, end);
    }

    private Div in() {
        Upload upload = new Upload(new FileLanding(
                (called, received) -> inUi(() -> take(called, received)), sentence -> inUi(() -> refused(sentence))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Transfers.MOST_BYTES);
        upload.setUploadButton(new Button("Choose a file"));
        upload.addFileRejectedListener(event -> refused(FileLanding.tooLarge(event.getFileName())));
        upload.addFileRemovedListener(_ -> refused(""));
        said.getElement().setAttribute("role", "status");
        bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bring.setVisible(false);
        map.setVisible(false);
        Div end = new Div(bring, said, map);
        end.addClassName("exchange-end");
        return card(
                new H2("Import"),
                new Paragraph(
                        "A building file, or that of one floor; or the old nodes.db of the C&C server, of AC control or of the"
                                + " controller. First you see what would change."),
                upload,
                panel,
                end);
    }

    private static Div card(com.vaadin.flow.component.Component... parts) {
        Div card = new Div(parts);
        card.addClassName("exchange-card");
        return card;
    }

    private void inUi(Runnable change) {
        getUI().ifPresent(ui -> tell(ui, change));
    }

    /** Whoever has gone is not told. */
    private static void tell(UI ui, Runnable change) {
        try {
            var _ = ui.access(change::run);
        } catch (UIDetachedException e) {
            LOG.debug("Nobody looks any more", e);
        }
    }

    private void refused(String sentence) {
        file = null;
        panel.clear();
        bring.setVisible(false);
        map.setVisible(false);
        said.setText(sentence);
    }

    private void take(String called, byte[] received) {
        refused("Looking at " + called + " …");
        file = received;
        name = called;
        work(() -> transfers.examine(actor, received), run -> {
            panel.show(run);
            said.setText(run.source() + ": " + run.words());
            bring.setVisible(!run.items().isEmpty());
        });
    }

    private void bring() {
        byte[] brought = file;
        if (brought == null) {
            return;
        }
        Set<String> theirs = panel.theirs();
        bring.setVisible(false);
        said.setText("Importing " + name + " …");
        work(() -> transfers.bring(actor, origin, brought, name, theirs), run -> {
            long taken = run.count(DryRun.Sort.CONFLICT) - untaken(run, theirs);
            refused(name + " is imported: " + run.count(DryRun.Sort.ADD) + " added, " + run.count(DryRun.Sort.CHANGE)
                    + " filled in, " + taken + " of " + run.count(DryRun.Sort.CONFLICT)
                    + " conflicts taken from the file.");
            map.setVisible(true);
        });
    }

    private static long untaken(DryRun run, Set<String> theirs) {
        return run.items().stream()
                .filter(item -> item.sort() == DryRun.Sort.CONFLICT && !theirs.contains(item.key()))
                .count();
    }

    private interface Shown {
        void show(DryRun run);
    }

    /** In the background; a file is as large as it is. */
    private void work(Supplier<DryRun> task, Shown shown) {
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("building file").start(() -> {
            try {
                DryRun run = task.get();
                tell(ui, () -> shown.show(run));
            } catch (IllegalArgumentException | AccessDeniedException e) {
                tell(ui, () -> refused(sentence(e) + " Nothing was changed."));
            } catch (RuntimeException e) {
                LOG.error("The file {} could not be worked through", name, e);
                tell(ui, () -> refused("This did not work. Nothing was changed."));
            }
        });
    }

    private static String sentence(RuntimeException e) {
        String words = String.valueOf(e.getMessage());
        String start = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }

    private void download(DownloadEvent event) throws IOException {
        Floor only = chosenFloor;
        byte[] written = transfers.export(actor, origin, only == null ? null : only.id(), chosenWords);
        event.setFileName(only == null ? "building.json" : "floor-" + only.ordinal() + ".json");
        event.setContentType("application/json");
        event.setContentLength(written.length);
        event.getOutputStream().write(written);
    }

    private static String here() {
        VaadinSession session = VaadinSession.getCurrent();
        String address = session == null ? null : session.getBrowser().getAddress();
        return address == null ? "browser" : "browser at " + address;
    }
}
