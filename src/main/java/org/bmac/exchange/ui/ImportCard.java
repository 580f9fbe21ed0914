package org.bmac.exchange.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.File;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.bmac.access.Actor;
import org.bmac.exchange.Busy;
import org.bmac.exchange.Findings;
import org.bmac.exchange.Imports;
import org.bmac.exchange.Source;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings readings of a file: looks at it first, says what would be added, and imports it in the background when asked. */
class ImportCard extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(ImportCard.class);
    private static final double STEP = 0.01;

    private final Imports imports;
    private final Actor actor;
    private final String origin = Origin.here();
    private final FindingsPanel panel;
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph said = new Paragraph();
    private final Button bring = new Button("Import", _ -> bring());
    private @Nullable File file;
    private String name = "";

    ImportCard(Imports imports, Actor actor, Function<PointId, String> words) {
        this.imports = imports;
        this.actor = actor;
        this.panel = new FindingsPanel(imports.offered(actor), words, this::examine);
        addClassName("exchange-card");
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", "How much of the file is done");
        said.getElement().setAttribute("role", "status");
        bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bring.setVisible(false);
        Div end = new Div(bring, said);
        end.addClassName("exchange-end");
        add(
                new H2("Import"),
                new Paragraph(
                        "Readings of elsewhere, as InfluxDB's line protocol or as CSV like the one above, packed with gzip"
                                + " or not. First you see what would be added."),
                upload(),
                progress,
                panel,
                end);
        addDetachListener(_ -> forget());
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.toTempFile((metadata, received) -> {
            name = metadata.fileName();
            getUI().ifPresent(ui -> tell(ui, () -> take(received)));
        }));
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button("Choose a file"));
        upload.addFileRemovedListener(_ -> {
            forget();
            panel.setVisible(false);
            bring.setVisible(false);
            said.setText("");
        });
        return upload;
    }

    private void take(File received) {
        forget();
        file = received;
        panel.clear();
        examine();
    }

    private void forget() {
        if (file != null && !file.delete()) {
            LOG.debug("{} stays behind", file);
        }
        file = null;
    }

    private void examine() {
        File looked = file;
        if (looked == null) {
            return;
        }
        Map<Source, PointId> chosen = panel.chosen();
        begin("Looking at " + name + " …");
        work(told -> imports.examine(actor, looked.toPath(), chosen, told), findings -> {
            panel.show(findings);
            said.setText(FindingsPanel.would(findings));
            bring.setVisible(findings.added().added() > 0);
        });
    }

    private void bring() {
        File brought = file;
        if (brought == null) {
            return;
        }
        Map<Source, PointId> chosen = panel.chosen();
        begin("Importing " + name + " …");
        work(told -> imports.bring(actor, origin, brought.toPath(), name, chosen, told), findings -> {
            panel.show(findings);
            said.setText(FindingsPanel.done(findings));
            bring.setVisible(false);
        });
    }

    private void begin(String words) {
        progress.setValue(0);
        progress.setVisible(true);
        bring.setVisible(false);
        said.setText(words);
    }

    /** In the background; goes on when the page is left. */
    private void work(Function<DoubleConsumer, Findings> task, Consumer<Findings> shown) {
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("import").start(() -> {
            try {
                Findings findings = task.apply(inSteps(share -> tell(ui, () -> progress.setValue(share))));
                tell(ui, () -> end(() -> shown.accept(findings)));
            } catch (Busy busy) {
                tell(ui, () -> end(() -> said.setText(busy.getMessage())));
            } catch (RuntimeException e) {
                LOG.error("The file {} could not be worked through", name, e);
                tell(
                        ui,
                        () -> end(() ->
                                said.setText("This did not work to its end. What was imported stays; import the same"
                                        + " file again, and nothing comes twice.")));
            }
        });
    }

    private void end(Runnable then) {
        progress.setVisible(false);
        then.run();
    }

    /** Whoever has gone is not told. */
    private static void tell(UI ui, Runnable change) {
        try {
            var _ = ui.access(change::run);
        } catch (UIDetachedException _) {
            LOG.debug("Nobody looks any more");
        }
    }

    private static DoubleConsumer inSteps(DoubleConsumer each) {
        double[] last = {0};
        return share -> {
            if (share - last[0] >= STEP) {
                last[0] = share;
                each.accept(share);
            }
        };
    }
}
