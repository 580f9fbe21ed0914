package org.bmac.shell.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.menu.MenuConfiguration;

/**
 * The ways to the screens that this person may open: every view with {@link com.vaadin.flow.router.Menu}, in its order.
 * The icon that a view names is a file in {@code themes/bmac/icons}, drawn by {@code shell.css}.
 */
class NavigationRail extends Nav {
    NavigationRail() {
        addClassName("rail");
        setAriaLabel("Screens");
        UnorderedList links = new UnorderedList();
        MenuConfiguration.getMenuEntries().forEach(entry -> links.add(new ListItem(new RailLink(entry))));
        add(links);
    }
}
