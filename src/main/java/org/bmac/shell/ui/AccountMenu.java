package org.bmac.shell.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import java.util.stream.Stream;

/** Who is signed in and as what, how the pages look to them, and the way out. */
class AccountMenu extends MenuBar {
    AccountMenu(AuthenticationContext who) {
        addClassName("account-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        addSchemes();
        who.getPrincipalName().ifPresent(name -> addAccount(name, role(who), who));
    }

    private void addSchemes() {
        MenuItem item = addItem(new Icon("scheme"));
        item.setAriaLabel("Light or dark");
        SubMenu choices = item.getSubMenu();
        for (Scheme scheme : Scheme.values()) {
            MenuItem choice = choices.addItem(scheme.label());
            choice.setCheckable(true);
            choice.setChecked(scheme == Scheme.chosen());
            choice.addClickListener(_ -> choose(scheme, choices));
        }
    }

    private static void choose(Scheme scheme, SubMenu choices) {
        scheme.choose();
        choices.getItems().forEach(item -> item.setChecked(item.getText().equals(scheme.label())));
    }

    private void addAccount(String name, String role, AuthenticationContext who) {
        Span words = new Span(name);
        words.addClassName("account-name");
        Span as = new Span(role);
        as.addClassName("account-role");
        MenuItem item = addItem(new Icon("account"));
        item.add(words, as);
        item.setAriaLabel(name + ", " + role);
        item.getSubMenu().addItem("Sign out", _ -> who.logout());
    }

    /** The most that the person is; each role holds those below it. */
    private static String role(AuthenticationContext who) {
        return Stream.of("admin", "engineer", "operator", "viewer")
                .filter(role -> who.hasRole(role.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse("no role");
    }
}
