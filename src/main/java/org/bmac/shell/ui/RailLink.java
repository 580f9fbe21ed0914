package org.bmac.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Objects;

/** One entry of the navigation: its icon over its word. */
class RailLink extends RouterLink {
    RailLink(MenuEntry entry) {
        Class<? extends Component> view = Objects.requireNonNull(entry.menuClass(), entry.path());
        setRoute(view);
        addClassName("rail-link");
        add(new Icon(entry.icon()), new Span(entry.title()));
        setHighlightCondition((_, event) -> shows(view, event));
        setHighlightAction((_, here) -> mark(here));
    }

    private static boolean shows(Class<?> view, AfterNavigationEvent event) {
        HasElement shown = event.getActiveChain().getFirst();
        return view.isInstance(shown);
    }

    private void mark(boolean here) {
        if (here) {
            getElement().setAttribute("aria-current", "page");
            scrollIntoView(ScrollIntoViewOption.Block.NEAREST, ScrollIntoViewOption.Inline.CENTER);
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
