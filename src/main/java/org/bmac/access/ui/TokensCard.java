package org.bmac.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.Token;
import org.bmac.access.Tokens;

/** The tokens with which the person's programs come in: makes them, lists them, takes them back. */
class TokensCard extends Section {
    private final Tokens tokens;
    private final Actor.Person person;
    private final TextField label = new TextField("What it is for");
    private final Select<Role> role = new Select<>();
    private final UnorderedList list = new UnorderedList();

    TokensCard(Tokens tokens, Actor.Person person) {
        this.tokens = tokens;
        this.person = person;
        addClassName("access-card");
        list.addClassName("token-list");
        add(
                new H2("Tokens for programs"),
                new Paragraph(
                        "A program that reads /api/v1 sends the header Authorization: Bearer, followed by a token."),
                form(),
                list);
        refresh();
    }

    private Div form() {
        label.setMaxLength(Token.LONGEST_LABEL);
        role.setLabel("It may do what this role may");
        role.setItems(person.role().held());
        role.setItemLabelGenerator(Role::label);
        role.setValue(Role.VIEWER);
        Button make = new Button("Make a token", _ -> Saying.at(label, this::make));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(label, role, make);
        form.addClassName("access-form");
        return form;
    }

    private void make() {
        String name = label.getValue();
        String secret = tokens.make(person, name, role.getValue());
        label.clear();
        refresh();
        new SecretDialog(
                        "Token for " + name.strip(),
                        "Token",
                        secret,
                        "Keep it where the program finds it. It is not shown again; if it gets lost, make another.")
                .open();
    }

    private void refresh() {
        list.removeAll();
        tokens.of(person.user()).forEach(token -> list.add(row(token)));
    }

    private ListItem row(Token token) {
        Span name = new Span(token.label());
        name.addClassName("token-label");
        Span facts = new Span(token.role().label() + " · made " + Times.words(token.made()) + " · last used "
                + Times.words(token.lastUsed()));
        facts.addClassName("quiet");
        Button revoke = new Button("Take back", _ -> askToRevoke(token));
        revoke.setAriaLabel("Take back " + token.label());
        ListItem row = new ListItem(new Div(name, facts), revoke);
        row.addClassName("token");
        return row;
    }

    private void askToRevoke(Token token) {
        ConfirmDialog ask = new ConfirmDialog(
                "Take back " + token.label() + "?",
                "Programs that use this token can no longer come in.",
                "Take back",
                _ -> revoke(token));
        ask.setCancelable(true);
        ask.open();
    }

    private void revoke(Token token) {
        tokens.revoke(person, token.id());
        refresh();
        Saying.done("The token " + token.label() + " is taken back.");
    }
}
