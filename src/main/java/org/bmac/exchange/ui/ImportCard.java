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
import com.vaadin.flow.component.upload.UploadI18N;
import java.io.File;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bmac.access.Actor;
import org.bmac.exchange.Busy;
import org.bmac.exchange.Chosen;
import org.bmac.exchange.Findings;
import org.bmac.exchange.Imports;
import org.bmac.exchange.Progress;
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
    private final Upload upload;
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph said = new Paragraph();
    private final Button bring = new Button("Import", _ -> bring());
    private final Button stop = new Button("Stop", _ -> stopped = true);
    private @Nullable File file;
    private String name = "";
    private boolean working;
    private boolean left;
    private volatile boolean stopped;

    ImportCard(Imports imports, Actor actor, Function<PointId, String> words) {
        this.imports = imports;
        this.actor = actor;
        this.panel = new FindingsPanel(imports.offered(actor), words, this::examine);
        this.upload = upload(imports.largest());
        addClassName("exchange-card");
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", "How much of the file is done");
        said.getElement().setAttribute("role", "status");
        bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bring.setVisible(false);
        stop.setVisible(false);
        Div end = new Div(bring, stop, said);
        end.addClassName("exchange-end");
        add(
                new H2("Import"),
                new Paragraph(
                        "Readings of elsewhere, as InfluxDB's line protocol or as CSV like the one above, packed with gzip"
                                + " or not. First you see what would be added."),
                upload,
                progress,
                panel,
                end);
        addDetachListener(_ -> leave());
    }

    private Upload upload(long largest) {
        Upload made = new Upload(new Landing(
                largest,
                (called, received) -> inUi(() -> take(called, received)),
                sentence -> inUi(() -> said.setText(sentence))));
        made.setMaxFiles(1);
        made.setMaxFileSize((int) largest);
        made.setI18n(words(largest));
        made.setUploadButton(new Button("Choose a file"));
        made.addFileRejectedListener(event -> said.setText(Landing.tooLarge(event.getFileName(), largest)));
        made.addFileRemovedListener(_ -> {
            forget();
            panel.setVisible(false);
            bring.setVisible(false);
            said.setText("");
        });
        return made;
    }

    private static UploadI18N words(long largest) {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error().setFileIsTooBig("Larger than " + (largest >> 20) + " MB."));
        UploadI18N.Uploading uploading = new UploadI18N.Uploading();
        uploading.setError(new UploadI18N.Uploading.Error()
                .setServerUnavailable("The upload broke off. Choose the file again.")
                .setForbidden("It was not taken.")
                .setUnexpectedServerError("It was not taken."));
        words.setUploading(uploading);
        return words;
    }

    private void inUi(Runnable change) {
        getUI().ifPresent(ui -> tell(ui, change));
    }

    private synchronized void take(String called, File received) {
        forget();
        name = called;
        file = received;
        panel.clear();
        examine();
    }

    /** What is imported goes on, and its file with it. */
    private synchronized void leave() {
        left = true;
        if (!working) {
            forget();
        }
    }

    private synchronized void forget() {
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
        Chosen chosen = panel.chosen();
        begin("Looking at " + name + " …");
        work(told -> imports.examine(actor, looked.toPath(), chosen, told), findings -> {
            panel.show(findings);
            said.setText(stopped ? "Stopped." : FindingsPanel.would(findings));
            bring.setVisible(!stopped && findings.added().added() > 0);
        });
    }

    private void bring() {
        File brought = file;
        if (brought == null) {
            return;
        }
        Chosen chosen = panel.chosen();
        begin("Importing " + name + " …");
        work(told -> imports.bring(actor, origin, brought.toPath(), name, chosen, told), findings -> {
            panel.show(findings);
            said.setText(FindingsPanel.done(findings)
                    + (stopped ? " The file was stopped; imported again, it goes on, and nothing comes twice." : ""));
            bring.setVisible(stopped);
        });
    }

    private synchronized void begin(String words) {
        working = true;
        stopped = false;
        progress.setValue(0);
        bring.setVisible(false);
        busy(true);
        said.setText(words);
    }

    private void busy(boolean is) {
        progress.setVisible(is);
        stop.setVisible(is);
        panel.setEnabled(!is);
        upload.setEnabled(!is);
    }

    /** In the background; goes on when the page is left. */
    private void work(Function<Progress, Findings> task, Consumer<Findings> shown) {
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("import").start(() -> {
            try {
                Findings findings = task.apply(new Steps(share -> tell(ui, () -> progress.setValue(share))));
                ended(ui, () -> shown.accept(findings));
            } catch (Busy busy) {
                ended(ui, () -> again(String.valueOf(busy.getMessage())));
            } catch (RuntimeException e) {
                LOG.error("The file {} could not be worked through", name, e);
                ended(
                        ui,
                        () -> again("This did not work to its end. What was imported stays; import the same"
                                + " file again, and nothing comes twice."));
            }
        });
    }

    private void again(String why) {
        said.setText(why);
        bring.setVisible(true);
    }

    private synchronized void ended(UI ui, Runnable then) {
        working = false;
        if (left) {
            forget();
        }
        tell(ui, () -> {
            busy(false);
            then.run();
        });
    }

    /** Whoever has gone is not told. */
    private static void tell(UI ui, Runnable change) {
        try {
            var _ = ui.access(change::run);
        } catch (UIDetachedException _) {
            LOG.debug("Nobody looks any more");
        }
    }

    /** Tells of each hundredth, and stops when somebody says so. */
    private final class Steps implements Progress {
        private final Consumer<Double> each;
        private double last;

        Steps(Consumer<Double> each) {
            this.each = each;
        }

        @Override
        public boolean goesOn(double share) {
            if (share - last >= STEP) {
                last = share;
                each.accept(share);
            }
            return !stopped;
        }
    }
}
