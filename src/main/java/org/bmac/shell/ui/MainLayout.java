package org.bmac.shell.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.bmac.building.Buildings;
import org.bmac.floorplan.ui.MapStatus;
import org.bmac.floorplan.ui.OverrideLink;

/** The frame: header, navigation, and the screen in the middle; in this order for the keyboard, too. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final Anchor skip = new Anchor("#main", "Skip to content");
    private final Main main = new Main();

    MainLayout(Buildings buildings, AuthenticationContext who) {
        addClassName("frame");
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, header(buildings.current().name(), who), new NavigationRail(), main);
    }

    private static Header header(String building, AuthenticationContext who) {
        Span name = new Span(building);
        name.addClassName("building-name");
        Header header = new Header(mark(), name, new OverrideLink(), new MapStatus(), new AccountMenu(who));
        header.addClassName("frame-header");
        return header;
    }

    private static Div mark() {
        Image picture = new Image("themes/bmac/mark.svg", "");
        Span word = new Span("BMaC");
        Div mark = new Div(picture, word);
        mark.addClassName("product-mark");
        return mark;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        if (content != null) {
            content.getElement().removeFromParent();
        }
    }

    /** A bare fragment would lead to the start page, because Vaadin's pages have a base address. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        skip.setHref(event.getLocation().getPathWithQueryParameters() + "#main");
    }
}
