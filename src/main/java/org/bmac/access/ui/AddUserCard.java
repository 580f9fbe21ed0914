package org.bmac.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;

/** Adds a user, and shows the first password once. */
class AddUserCard extends Section {
    private final Users users;
    private final Actor.Person admin;
    private final Runnable changed;
    private final TextField name = new TextField("User name");
    private final Select<Role> role = new Select<>();

    AddUserCard(Users users, Actor.Person admin, Runnable changed) {
        this.users = users;
        this.admin = admin;
        this.changed = changed;
        addClassName("access-card");
        name.setMaxLength(User.LONGEST_NAME);
        name.setAutocapitalize(Autocapitalize.NONE);
        role.setLabel("Role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(Role::label);
        role.setValue(Role.VIEWER);
        Button add = new Button("Add user", _ -> Saying.at(name, this::add));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(name, role, add);
        form.addClassName("access-form");
        add(new H2("Add a user"), form);
    }

    private void add() {
        String password = users.add(admin, name.getValue(), role.getValue());
        String written = User.nameOf(name.getValue());
        name.clear();
        changed.run();
        FirstPassword.show(written, password);
    }
}
