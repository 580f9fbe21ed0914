package org.bmac.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.BmacApplication;
import org.bmac.ServerTest;
import org.bmac.access.Grants;
import org.bmac.access.Role;
import org.bmac.access.Users;
import org.bmac.building.Buildings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** Every screen, for nobody and for each role and relation to the place: a new screen has to be written down here. */
@ServerTest
@ViewPackages(packages = "org.bmac")
class ViewsMatrixTests extends SpringBrowserlessTest {
    private static final String NODE_FORM = "Place ";

    private final Users users;
    private final Grants grants;
    private final Place place;

    /** What came of it. */
    private enum Outcome {
        OPENED,
        /** Not for the role. */
        REFUSED,
        /** As if it did not exist. */
        HIDDEN
    }

    /**
     * One screen.
     *
     * @param address for this place
     */
    private record Screen(String address, Function<Guest, Outcome> expected) {}

    @Autowired
    ViewsMatrixTests(Users users, Grants grants, Buildings buildings) {
        this.users = users;
        this.grants = grants;
        this.place = Place.in(buildings);
    }

    /** By the address as the view declares it; with a remark where one view has more than one case. */
    private Map<String, Screen> screens() {
        Map<String, Screen> screens = new TreeMap<>();
        screens.put("login", new Screen("login", _ -> Outcome.OPENED));
        screens.put("", new Screen("", _ -> Outcome.OPENED));
        screens.put(
                "floor/:floor([0-9]{1,6})",
                new Screen("floor/" + place.floor(), guest -> guest.seesFloor() ? Outcome.OPENED : Outcome.HIDDEN));
        screens.put("list", new Screen("list", _ -> Outcome.OPENED));
        screens.put(
                "history/:line?((?:(zone|floor|building)-)?([1-9][0-9]{0,6}))",
                new Screen("history", _ -> Outcome.OPENED));
        screens.put(
                "history/:line?((?:(zone|floor|building)-)?([1-9][0-9]{0,6})) (a point)",
                new Screen(
                        "history/" + place.relay().id(),
                        guest -> guest.may(Role.VIEWER) ? Outcome.OPENED : Outcome.HIDDEN));
        screens.put("export", new Screen("export", _ -> Outcome.OPENED));
        screens.put("scenes", new Screen("scenes", _ -> Outcome.OPENED));
        screens.put("overrides", new Screen("overrides", _ -> Outcome.OPENED));
        screens.put("kiosk", new Screen("kiosk", _ -> Outcome.OPENED));
        screens.put("account", new Screen("account", _ -> Outcome.OPENED));
        screens.put("audit", new Screen("audit", guest -> forRole(guest, Role.OPERATOR)));
        screens.put("rules/:point?([0-9]{1,9})", new Screen("rules", guest -> forRole(guest, Role.ENGINEER)));
        screens.put(
                "rules/:point?([0-9]{1,9}) (an output)",
                new Screen("rules/" + place.relay().id(), guest -> {
                    Outcome byRole = forRole(guest, Role.ENGINEER);
                    return byRole == Outcome.OPENED && !guest.may(Role.ENGINEER) ? Outcome.HIDDEN : byRole;
                }));
        screens.put("nodes", new Screen("nodes", _ -> Outcome.OPENED));
        screens.put(
                "nodes/:node([0-9a-fA-F]{12}|[0-9]{1,9})",
                new Screen(
                        "nodes/" + place.node().id(),
                        guest -> guest.may(Role.VIEWER) ? Outcome.OPENED : Outcome.HIDDEN));
        screens.put("users", new Screen("users", guest -> forRole(guest, Role.ADMIN)));
        screens.put("unplaced/:node?([0-9]{1,9})", new Screen("unplaced", guest -> forRole(guest, Role.ENGINEER)));
        screens.put(
                "unplaced/:node?([0-9]{1,9}) (a node)",
                new Screen("unplaced/" + place.node().id(), guest -> {
                    Outcome byRole = forRole(guest, Role.ENGINEER);
                    return byRole == Outcome.OPENED && !guest.may(Role.ENGINEER) ? Outcome.HIDDEN : byRole;
                }));
        screens.put("firmware", new Screen("firmware", guest -> forRole(guest, Role.ENGINEER)));
        screens.put("editor/:floor?([0-9]{1,6})", new Screen("editor", guest -> forRole(guest, Role.ENGINEER)));
        screens.put("discovered", new Screen("discovered", guest -> forRole(guest, Role.ENGINEER)));
        screens.put("certificates", new Screen("certificates", guest -> forRole(guest, Role.ENGINEER)));
        screens.put("building-file", new Screen("building-file", guest -> forRole(guest, Role.ENGINEER)));
        return screens;
    }

    @Test
    void everyScreenIsInTheTable() {
        Set<String> known = screens().keySet().stream()
                .map(address -> address.replaceAll(" \\(.*", ""))
                .collect(Collectors.toSet());

        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyScreenOpensForThoseAndForNobodyElse() {
        Map<String, Outcome> expected = new TreeMap<>();
        Map<String, Outcome> was = new TreeMap<>();
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                Guest guest = Guest.with(role, relation, place, users, grants);
                actAs(guest);
                screens().forEach((name, screen) -> {
                    expected.put(name + " for " + guest, screen.expected().apply(guest));
                    was.put(name + " for " + guest, open(screen.address()));
                });
            }
        }

        assertThat(was).isEqualTo(expected);
    }

    @Test
    void nobodyIsLedToTheSignInPageFromEverywhere() {
        SecurityContextHolder.clearContext();

        assertThat(screens().values().stream().map(Screen::address)).allSatisfy(address -> {
            UI.getCurrent().navigate(address);
            assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isIn("login", "");
            assertThat(find(H1.class).all()).extracting(H1::getText).doesNotContain("Floor " + place.tag(), "Users");
        });
    }

    private static Outcome forRole(Guest guest, Role least) {
        return guest.role().holds(least) ? Outcome.OPENED : Outcome.REFUSED;
    }

    private Outcome open(String address) {
        UI.getCurrent().navigate(address);
        Set<String> headings = find(H1.class).all().stream().map(H1::getText).collect(Collectors.toSet());
        boolean ledAway = UI.getCurrent().getActiveViewLocation().getPath().equals("login") && !address.equals("login");
        if (ledAway || headings.contains("Not for your role")) {
            return Outcome.REFUSED;
        }
        boolean withoutDialog = address.startsWith("rules/") && !closeDialog();
        boolean withoutForm = address.startsWith("unplaced/")
                && find(H2.class).all().stream()
                        .noneMatch(title -> title.getText().startsWith(NODE_FORM));
        return headings.contains("Nothing here") || withoutForm || withoutDialog ? Outcome.HIDDEN : Outcome.OPENED;
    }

    private boolean closeDialog() {
        List<Dialog> open = find(Dialog.class).all();
        open.forEach(Dialog::close);
        return !open.isEmpty();
    }

    private static void actAs(Guest guest) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        guest.person(),
                        null,
                        AuthorityUtils.createAuthorityList(guest.role().held().stream()
                                .map(role -> "ROLE_" + role.name())
                                .toArray(String[]::new))));
    }

    private static Set<String> addresses() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scan.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile("org\\.bmac\\.bench\\..*")));
        return scan.findCandidateComponents(BmacApplication.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .filter(Component.class::isAssignableFrom)
                .flatMap(view -> Stream.concat(
                        Stream.of(view.getAnnotation(Route.class).value()),
                        Stream.of(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value)))
                .collect(Collectors.toSet());
    }
}
