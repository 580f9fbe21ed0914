package org.bmac.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import org.bmac.access.Actor;
import org.bmac.access.OwnAccount;

/** Changes the own password. */
class PasswordCard extends Section {
    private final OwnAccount account;
    private final Actor.Person person;
    private final PasswordField current = new PasswordField("Current password");
    private final PasswordField wanted = new PasswordField("New password");
    private final PasswordField again = new PasswordField("New password once more");

    PasswordCard(OwnAccount account, Actor.Person person) {
        this.account = account;
        this.person = person;
        addClassName("access-card");
        add(new H2("Password"));
        if (account.mayChangePassword(person)) {
            addForm();
        } else {
            add(new Paragraph("The demonstration's own accounts keep the password that the sign-in page shows."));
        }
    }

    private void addForm() {
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setHelperText("At least 8 characters. Several words make a good one.");
        Button change = new Button("Change password", _ -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(current, wanted, again, change);
        form.addClassName("access-form");
        add(form);
    }

    private void change() {
        current.setInvalid(false);
        wanted.setInvalid(false);
        again.setInvalid(!again.getValue().equals(wanted.getValue()));
        again.setErrorMessage("This is another password than the one above.");
        if (!again.isInvalid() && Saying.at(wanted, this::store)) {
            current.clear();
            wanted.clear();
            again.clear();
            Saying.done("Your password is changed. Wherever else you were signed in, you no longer are.");
        }
    }

    private void store() {
        VaadinSession session = VaadinSession.getCurrent();
        account.changePassword(
                person,
                current.getValue(),
                wanted.getValue(),
                session.getBrowser().getAddress(),
                session.getSession().getId());
    }
}
