package org.bmac.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret that cannot be seen again, until the person says that it is kept elsewhere. */
class SecretDialog extends Dialog {
    SecretDialog(String title, String label, String secret, String sentence) {
        addClassName("secret-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        TextField field = new TextField(label);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.addClassName("shown-secret");
        Button copy = new Button("Copy", _ -> copy(field));
        Button close = new Button("I have it", _ -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(field, new Paragraph(sentence));
        getFooter().add(copy, close);
    }

    /** Browsers give the clipboard to pages from https and from this machine only; elsewhere the text gets selected. */
    private static void copy(TextField field) {
        field.getElement().executeJs("""
                        if (navigator.clipboard) { navigator.clipboard.writeText(this.value); }
                        else { this.inputElement.select(); document.execCommand('copy'); }""");
    }
}
