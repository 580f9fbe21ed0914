package org.bmac.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.Standing;
import org.bmac.access.User;
import org.bmac.access.Users;

/** One user in the table, with what an administrator may do about it. */
class UserRow extends NativeTableRow {
    private final Users users;
    private final Actor.Person admin;
    private final User user;
    private final Runnable changed;

    /** @param where says where the user may do what */
    UserRow(Users users, Actor.Person admin, User user, Component where, Runnable changed) {
        this.users = users;
        this.admin = admin;
        this.user = user;
        this.changed = changed;
        boolean fixed = !users.mayChange(admin, user);
        cell("User", name(user.id().equals(admin.user())));
        cell("Role", fixed ? new Span(user.role().label()) : role());
        cell("Where", where);
        cell("Last sign-in", new Span(Times.words(user.lastSignIn())));
        cell("May sign in", new Span(user.enabled() ? "Yes" : "No"));
        cell("", fixed ? new Span[0] : new Component[] {toggle(), reset()});
    }

    private void cell(String heading, Component... content) {
        NativeTableCell cell = new NativeTableCell();
        cell.getElement().setAttribute("data-heading", heading);
        cell.add(content);
        add(cell);
    }

    private Component name(boolean self) {
        Span name = new Span(user.name() + (self ? " (you)" : ""));
        name.addClassName("user-name");
        if (user.standing() != Standing.LASTING) {
            Span from = new Span("from the demonstration");
            from.addClassName("quiet");
            from.setTitle(
                    "Made by the demonstration, with a password that the sign-in page shows. It is shut out where "
                            + "BMaC starts without the demonstration.");
            name.add(from);
        }
        return name;
    }

    private Select<Role> role() {
        Select<Role> role = new Select<>();
        role.setAriaLabel("Role of " + user.name());
        role.setItems(Role.values());
        role.setItemLabelGenerator(Role::label);
        role.setValue(user.role());
        role.addValueChangeListener(event -> change(
                () -> users.changeRole(admin, user.id(), event.getValue()),
                user.name() + " now has the role " + event.getValue().label() + "."));
        return role;
    }

    private Button toggle() {
        Button button = user.enabled()
                ? new Button(
                        "Shut out",
                        _ -> ask(
                                "Shut " + user.name() + " out?",
                                "All sessions of this user end now.",
                                "Shut out",
                                () -> users.disable(admin, user.id())))
                : new Button(
                        "Let in",
                        _ -> change(() -> users.enable(admin, user.id()), user.name() + " may sign in again."));
        button.setAriaLabel(button.getText() + " " + user.name());
        return button;
    }

    private Button reset() {
        Button button = new Button(
                "New password",
                _ -> ask(
                        "A new password for " + user.name() + "?",
                        "The old one, all sessions and all tokens of this user end now.",
                        "Make a new password",
                        () -> FirstPassword.show(user.name(), users.resetPassword(admin, user.id()))));
        button.setAriaLabel("New password for " + user.name());
        return button;
    }

    private void ask(String question, String effect, String verb, Runnable action) {
        ConfirmDialog dialog =
                new ConfirmDialog(question, effect, verb, _ -> change(action, "Done for " + user.name() + "."));
        dialog.setCancelable(true);
        dialog.open();
    }

    private void change(Runnable action, String done) {
        if (Saying.inPassing(action)) {
            Saying.done(done);
        }
        changed.run();
    }
}
