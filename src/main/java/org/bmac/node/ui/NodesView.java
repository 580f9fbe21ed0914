package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.node.Headcount;
import org.bmac.node.NodeFacts;
import org.bmac.node.Nodes;

/** All nodes that this person may see, how each is, and the way to its page. Follows what happens every two seconds. */
@Route("nodes")
@PageTitle("Nodes · BMaC")
@Menu(title = "Nodes", order = 29, icon = "nodes")
@RolesAllowed("VIEWER")
class NodesView extends Div {
    static final int PAGE = 100;
    private static final Comparator<NodeFacts> ORDER =
            Comparator.comparing(facts -> facts.node().location(), String.CASE_INSENSITIVE_ORDER);

    private final Nodes nodes;
    private final Actor actor;
    private final Clock clock;
    private final TextField words = new TextField("Find a node");
    private final Select<NodeFilter.Which> which = new Select<>();
    private final Paragraph summary = new Paragraph();
    private final NodeTable table = new NodeTable();
    private final Button more = new Button("Show more nodes", _ -> more());
    private List<NodeFacts> all = List.of();
    private int most = PAGE;

    NodesView(Nodes nodes, Headcount headcount, SignedIn signedIn, Ticks ticks, BuildingNews news, Clock clock) {
        this.nodes = nodes;
        this.actor = signedIn.actor().orElseThrow();
        this.clock = clock;
        addClassName("nodes-page");
        summary.getElement().setAttribute("role", "status");
        summary.addClassName("nodes-summary");
        more.addClassName("nodes-more");
        RollCallCard rollCall = new RollCallCard(headcount, actor);
        rollCall.setVisible(headcount.may(actor));
        add(new H1("Nodes"), filter(), rollCall, summary, table, more);
        Signal.effect(this, () -> {
            ticks.count().get();
            rollCall.look(Objects.requireNonNull(news.building().get()));
            look();
        });
    }

    private Div filter() {
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setClearButtonVisible(true);
        words.setPlaceholder("Name, UID, place, module, version");
        words.addValueChangeListener(_ -> again());
        which.setLabel("Which");
        which.setItems(NodeFilter.Which.values());
        which.setItemLabelGenerator(NodeFilter.Which::label);
        which.setValue(NodeFilter.Which.ALL);
        which.addValueChangeListener(_ -> again());
        Div filter = new Div(words, which);
        filter.addClassName("nodes-filter");
        return filter;
    }

    private void look() {
        all = nodes.all(actor).stream().sorted(ORDER).toList();
        show();
    }

    private void again() {
        most = PAGE;
        show();
    }

    private void more() {
        most += PAGE;
        show();
    }

    private void show() {
        List<NodeFacts> found = new NodeFilter(words.getValue(), which.getValue()).of(all);
        table.show(found.stream().limit(most).toList(), clock.instant());
        more.setVisible(found.size() > most);
        String sentence = summary(found.size());
        if (!sentence.equals(summary.getText())) {
            summary.setText(sentence);
        }
    }

    private String summary(int found) {
        if (all.isEmpty()) {
            return "No node has been heard yet. Nodes that connect to the broker appear here by themselves.";
        }
        if (found == 0) {
            return "No node fits. Take something out of the filter.";
        }
        String of = found == all.size() ? "" : " of " + all.size();
        long wrong = all.stream().filter(NodeFilter.Which.TROUBLE).count();
        return Moments.count(found, "node") + of + (wrong == 0 ? "." : "; " + wrong + " in trouble.");
    }
}
