package org.bmac.node.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.NodeId;

/** The nodes and sources that nobody has placed, each a way to its form. */
class UnplacedList extends UnorderedList {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    UnplacedList() {
        addClassName("unplaced-list");
    }

    /** @param shown whether somebody is to be asked about it */
    void show(
            Building building,
            Predicate<NodeId> shown,
            Optional<NodeId> chosen,
            Function<NodeId, Optional<Instant>> since) {
        removeAll();
        for (Node node : building.nodes()) {
            if (!node.placed() && shown.test(node.id())) {
                int points = building.pointsOf(node.id()).size();
                String facts = facts(node, points, since.apply(node.id()));
                add(entry(node, facts, chosen.filter(node.id()::equals).isPresent()));
            }
        }
    }

    private static ListItem entry(Node node, String facts, boolean chosen) {
        RouterLink link = new RouterLink();
        link.setRoute(
                UnplacedView.class,
                new RouteParameters("node", Integer.toString(node.id().number())));
        link.addClassName("unplaced-entry");
        link.add(
                words("unplaced-name", node.tellable() ? NodeWords.uid(node) : node.location()),
                words("unplaced-facts", facts));
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return new ListItem(link);
    }

    private static String facts(Node node, int points, Optional<Instant> since) {
        String name = node.location().equals(node.uid()) ? "without a location" : "calls itself " + node.location();
        String called = node.tellable() ? name + " · " : node.dialect().ours() ? "UID unknown · " : "";
        String count = points == 1 ? "1 point" : points + " points";
        String first = since.map(UnplacedList::moment).map(at -> "since " + at).orElse("");
        return called + String.join(" · ", NodeWords.dialect(node), count, first);
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }

    private static Span words(String style, String text) {
        Span span = new Span(text);
        span.addClassName(style);
        return span;
    }
}
