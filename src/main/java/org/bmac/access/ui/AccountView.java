package org.bmac.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.bmac.access.Actor;
import org.bmac.access.Grants;
import org.bmac.access.OwnAccount;
import org.bmac.access.SignedIn;
import org.bmac.access.Tokens;
import org.bmac.building.Buildings;

/** What everybody may see and change about the own account. */
@Route("account")
@PageTitle("Account · BMaC")
@Menu(title = "Account", order = 95, icon = "account")
@RolesAllowed("VIEWER")
class AccountView extends Div {
    AccountView(SignedIn signedIn, OwnAccount account, Tokens tokens, Grants grants, Buildings buildings) {
        Actor.Person person = signedIn.person();
        addClassName("access-page");
        add(
                new H1("Account"),
                new Paragraph("You are signed in as " + person.name() + ", with the role "
                        + person.role().label().toLowerCase(java.util.Locale.ROOT) + "."),
                new WhereCard(person, grants.of(person.user()), buildings.current()),
                new PasswordCard(account, person),
                new TokensCard(tokens, person));
    }
}
