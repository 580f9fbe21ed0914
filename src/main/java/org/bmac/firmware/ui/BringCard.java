package org.bmac.firmware.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.building.Dialect;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.Images;
import org.bmac.firmware.NewImage;
import org.bmac.point.Bytes;

/** Brings an image: its file first, then what it is called and which version it is. */
class BringCard extends Div {
    private final Images images;
    private final Actor actor;
    private final Runnable brought;
    private final TextField name = new TextField("Name");
    private final TextField version = new TextField("Version, as nodes say it");
    private final Select<Dialect> dialect = new Select<>();
    private final TextField notes = new TextField("Notes");
    private final TextField signature = new TextField("Signature (Ed25519, Base64)");
    private final Upload upload;
    private final Paragraph said = new Paragraph();
    private Bytes content = Bytes.NONE;

    /** @param brought is told when there is a new one */
    BringCard(Images images, Actor actor, Runnable brought) {
        this.images = images;
        this.actor = actor;
        this.brought = brought;
        addClassName("firmware-card");
        said.getElement().setAttribute("role", "status");
        dialect.setLabel("For nodes that speak");
        dialect.setItems(Stream.of(Dialect.values()).filter(Dialect::ours).toList());
        dialect.setItemLabelGenerator(Words::dialect);
        dialect.setValue(Dialect.FIRMWARE);
        signature.setVisible(images.mustBeSigned());
        upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(file.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Images.MOST_BYTES);
        upload.setUploadButton(new Button("Choose a file"));
        upload.addFileRejectedListener(_ -> complain("An image has up to " + (Images.MOST_BYTES >> 20) + " MB."));
        upload.addFileRemovedListener(_ -> content = Bytes.NONE);
        Button bring = new Button("Keep this image", _ -> bring());
        bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(name, version, dialect, notes, signature);
        fields.addClassName("firmware-fields");
        Div end = new Div(bring, said);
        end.addClassName("firmware-end");
        add(
                new H2("Bring an image"),
                new Paragraph("A program for an ESP8266 or ESP32. No node gets it before it is rolled out."),
                upload,
                fields,
                end);
    }

    private void take(String file, byte[] bytes) {
        content = Bytes.wrap(bytes);
        if (name.isEmpty()) {
            name.setValue(file.replaceAll("\\.[A-Za-z0-9]{1,4}$", ""));
        }
        say("");
    }

    private void bring() {
        try {
            if (content.length() == 0) {
                throw new IllegalArgumentException("Choose a file first.");
            }
            FirmwareImage kept = images.add(
                    actor,
                    Origin.here(),
                    new NewImage(
                            name.getValue(),
                            version.getValue(),
                            dialect.getValue(),
                            notes.getValue(),
                            signature.getValue(),
                            content));
            content = Bytes.NONE;
            upload.clearFileList();
            name.clear();
            version.clear();
            notes.clear();
            signature.clear();
            say(kept.words() + " is kept. It is for an " + kept.board().label() + ".");
            brought.run();
        } catch (IllegalArgumentException refusal) {
            complain(String.valueOf(refusal.getMessage()));
        }
    }

    private void say(String words) {
        said.setText(words);
        said.removeClassName("firmware-wrong");
    }

    private void complain(String words) {
        said.setText(words);
        said.addClassName("firmware-wrong");
    }
}
