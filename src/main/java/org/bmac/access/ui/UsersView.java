package org.bmac.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.access.Grants;
import org.bmac.access.SignedIn;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.building.Buildings;

/** Who may sign in, and as what. */
@Route("users")
@PageTitle("Users · BMaC")
@Menu(title = "Users", order = 90, icon = "users")
@RolesAllowed("ADMIN")
class UsersView extends Div {
    private final Users users;
    private final Grants grants;
    private final Buildings buildings;
    private final Actor.Person admin;
    private final NativeTable table = new NativeTable();

    UsersView(Users users, Grants grants, Buildings buildings, SignedIn signedIn) {
        this.users = users;
        this.grants = grants;
        this.buildings = buildings;
        this.admin = signedIn.person();
        addClassName("access-page");
        table.addClassName("users-table");
        table.getHead().add(header());
        Div card = new Div(table);
        card.addClassName("access-card");
        add(new H1("Users"), new AddUserCard(users, admin, this::refresh), card);
        refresh();
    }

    private void refresh() {
        table.getBody().removeAll();
        users.all().forEach(user -> table.getBody().add(new UserRow(users, admin, user, where(user), this::refresh)));
    }

    private WhereCell where(User user) {
        return new WhereCell(grants, buildings, admin, user, !users.mayChange(admin, user), this::refresh);
    }

    private static NativeTableRow header() {
        NativeTableRow row = new NativeTableRow();
        Stream.of("User", "Role", "Where", "Last sign-in", "May sign in", "")
                .map(NativeTableHeaderCell::new)
                .forEach(row::add);
        return row;
    }
}
