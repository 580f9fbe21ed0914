package org.bmac.certificate.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import org.bmac.certificate.KeyKind;
import org.bmac.point.Bytes;

/** Makes the authority, or takes one that was made elsewhere. */
class BeginCard extends Div {
    private static final int LARGEST = 1 << 20;

    private final TextField name = new TextField("Its name");
    private final Select<KeyKind> key = keys();
    private final PasswordField password = new PasswordField("Password of the file");
    private final Paragraph said = new Paragraph();
    private Bytes content = Bytes.NONE;

    /** Throws {@link IllegalArgumentException} with a sentence when it cannot be done. */
    interface Maker {
        void make(String name, KeyKind key);
    }

    /** Throws {@link IllegalArgumentException} with a sentence when it cannot be done. */
    interface Bringer {
        void bring(Bytes content, String password);
    }

    BeginCard(String building, Maker maker, Bringer bringer) {
        addClassName("certificates-card");
        said.getElement().setAttribute("role", "status");
        name.setValue(building.isBlank() ? "Building CA" : building + " CA");
        name.setMaxLength(64);
        Button make = new Button("Make the authority", _ -> attempt(() -> maker.make(name.getValue(), key.getValue())));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Upload upload = new Upload(UploadHandler.inMemory((_, bytes) -> content = Bytes.wrap(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button("Choose a PKCS#12 file"));
        upload.addFileRejectedListener(_ -> said.setText("A file with an authority has up to 1 MB."));
        upload.addFileRemovedListener(_ -> content = Bytes.NONE);
        Button bring =
                new Button("Use this authority", _ -> attempt(() -> bringer.bring(content, password.getValue())));
        add(
                new H2("Make the building's authority"),
                new Paragraph(
                        "This building has no certificate authority yet. Its key is made here, good for 20 years, and"
                                + " kept in an encrypted file."),
                fields(name, key),
                make,
                new H2("Or bring one"),
                upload,
                fields(password),
                bring,
                said);
    }

    static Select<KeyKind> keys() {
        Select<KeyKind> key = new Select<>();
        key.setLabel("Key");
        key.setItems(KeyKind.values());
        key.setItemLabelGenerator(KeyKind::label);
        key.setValue(KeyKind.P256);
        return key;
    }

    private static Div fields(com.vaadin.flow.component.Component... parts) {
        Div fields = new Div(parts);
        fields.addClassName("certificates-fields");
        return fields;
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (IllegalArgumentException refusal) {
            said.setText(CertificatesView.sentence(refusal));
        }
    }
}
