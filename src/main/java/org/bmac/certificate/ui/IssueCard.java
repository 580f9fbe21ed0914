package org.bmac.certificate.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.building.Node;
import org.bmac.certificate.Certificates;
import org.bmac.certificate.Handout;
import org.bmac.certificate.KeyKind;
import org.bmac.point.Bytes;

/** Issues certificates: for a node, for a node that made its key itself, for a server. */
class IssueCard extends Div {
    private static final String NOBODY = "Choose a node.";

    private final Certificates certificates;
    private final Actor actor;
    private final String origin;
    private final Consumer<Handout> hand;
    private final ComboBox<Node> node = new ComboBox<>("Node");
    private final Select<KeyKind> key = BeginCard.keys();
    private final TextArea request = new TextArea("Its request (PKCS#10), where the node made its key itself");
    private final TextField names = new TextField("Host names and addresses");
    private final Paragraph said = new Paragraph();

    IssueCard(Certificates certificates, Actor actor, String origin, Consumer<Handout> hand) {
        this.certificates = certificates;
        this.actor = actor;
        this.origin = origin;
        this.hand = hand;
        addClassName("certificates-card");
        said.getElement().setAttribute("role", "status");
        said.addClassName("certificates-wrong");
        node.setItems(certificates.nodes(actor).stream()
                .sorted(Comparator.comparing(Node::location, String.CASE_INSENSITIVE_ORDER))
                .toList());
        node.setItemLabelGenerator(IssueCard::words);
        request.setPlaceholder("-----BEGIN CERTIFICATE REQUEST-----");
        request.setMaxLength(16_384);
        Button issue = new Button("Issue", _ -> attempt(this::forNode));
        issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new H2("A certificate for a node"), fields(node, key), request, issue);
        if (certificates.mayGovern(actor)) {
            names.setPlaceholder("broker.example 192.0.2.10");
            names.setMaxLength(2_000);
            add(
                    new H2("For a server"),
                    fields(names),
                    new Button("Issue for the server", _ -> attempt(this::forServer)));
        }
        add(said);
    }

    private static String words(Node node) {
        return node.location().equals(node.uid()) ? node.location() : node.location() + " · " + node.uid();
    }

    private static Div fields(Component... parts) {
        Div fields = new Div(parts);
        fields.addClassName("certificates-fields");
        return fields;
    }

    private Handout forNode() {
        Node chosen = node.getValue();
        if (chosen == null) {
            throw new IllegalArgumentException(NOBODY);
        }
        return request.isEmpty()
                ? certificates.issue(actor, origin, chosen.id(), key.getValue())
                : certificates.sign(actor, origin, chosen.id(), Bytes.of(request.getValue()));
    }

    private Handout forServer() {
        return certificates.issueServer(actor, origin, names.getValue(), key.getValue());
    }

    private void attempt(Supplier<Handout> deed) {
        try {
            hand.accept(deed.get());
        } catch (IllegalArgumentException refusal) {
            said.setText(CertificatesView.sentence(refusal));
        }
    }
}
