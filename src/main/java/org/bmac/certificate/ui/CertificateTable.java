package org.bmac.certificate.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.certificate.Certificates;
import org.bmac.certificate.Handout;
import org.bmac.certificate.IssuedCertificate;
import org.bmac.certificate.Purpose;

/** What was issued: whose it is, until when it is good, and the ways to renew and revoke it. */
class CertificateTable extends Div {
    private static final int SHORT = 12;

    private final Certificates certificates;
    private final Buildings buildings;
    private final Actor actor;
    private final String origin;
    private final Instant now;
    private final Consumer<Handout> hand;
    private final Runnable changed;
    private final Paragraph said = new Paragraph();

    CertificateTable(
            Certificates certificates,
            Buildings buildings,
            Actor actor,
            String origin,
            Clock clock,
            Consumer<Handout> hand,
            Runnable changed) {
        this.certificates = certificates;
        this.buildings = buildings;
        this.actor = actor;
        this.origin = origin;
        this.now = clock.instant();
        this.hand = hand;
        this.changed = changed;
        addClassName("certificates-card");
        said.addClassName("certificates-wrong");
        said.getElement().setAttribute("role", "status");
        List<IssuedCertificate> all = certificates.all(actor);
        add(new H2("Issued"));
        if (all.isEmpty()) {
            add(new Paragraph("No certificate has been issued yet."));
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("certificates-table");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Whose", "For", "Key", "Good until", "Issued by", "Serial", "")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        table.getHead().add(header);
        all.stream().map(this::row).forEach(table.getBody()::add);
        add(table, said);
    }

    private NativeTableRow row(IssuedCertificate one) {
        NativeTableRow row = new NativeTableRow();
        Span serial =
                new Span(one.serial().substring(0, Math.min(SHORT, one.serial().length())) + "…");
        serial.addClassName("certificates-hash");
        serial.setTitle(one.serial());
        row.add(
                new NativeTableCell(whose(one)),
                new NativeTableCell(one.purpose().label()),
                new NativeTableCell(one.key().label()),
                new NativeTableCell(until(one)),
                new NativeTableCell(one.by()),
                new NativeTableCell(serial),
                new NativeTableCell(deeds(one)));
        return row;
    }

    private Div whose(IssuedCertificate one) {
        Node node = one.purpose() == Purpose.NODE ? buildings.current().nodeOfUid(one.name()) : null;
        Span name = new Span(node == null ? one.name() : node.location());
        name.addClassName("certificates-name");
        Div whose = new Div(name);
        if (node != null && !node.location().equals(one.name())) {
            whose.add(new Span(one.name()));
        }
        if (one.names().size() > 1) {
            whose.add(new Span(String.join(", ", one.names())));
        }
        return whose;
    }

    private Div until(IssuedCertificate one) {
        IssuedCertificate.Standing standing = one.standing(now);
        Span state = new Span(
                switch (standing) {
                    case VALID, SOON -> Moments.left(one.until(), now);
                    case ENDED -> "ended";
                    case REVOKED -> "revoked: " + one.reason();
                });
        state.addClassName("certificates-state");
        state.getElement().setAttribute("data-standing", standing.name().toLowerCase(Locale.ROOT));
        return new Div(new Span(Moments.day(one.until())), state);
    }

    private Div deeds(IssuedCertificate one) {
        Div deeds = new Div();
        deeds.addClassName("certificates-deeds");
        if (one.revoked() != null || !certificates.mayRevoke(actor, one)) {
            return deeds;
        }
        Button renew = new Button("Renew", _ -> renew(one));
        renew.setAriaLabel("Renew the certificate of " + one.name());
        Button revoke = new Button("Revoke …", _ -> askToRevoke(one));
        revoke.setAriaLabel("Revoke the certificate of " + one.name());
        deeds.add(renew);
        if (one.standing(now) != IssuedCertificate.Standing.ENDED) {
            deeds.add(revoke);
        }
        return deeds;
    }

    /** A new one beside the old one, which stays good until it ends or is revoked. */
    private void renew(IssuedCertificate one) {
        try {
            hand.accept(
                    one.purpose() == Purpose.SERVER
                            ? certificates.issueServer(actor, origin, String.join(" ", one.names()), one.key())
                            : certificates.issue(actor, origin, node(one).id(), one.key()));
        } catch (IllegalArgumentException refusal) {
            said.setText(CertificatesView.sentence(refusal));
        }
    }

    private Node node(IssuedCertificate one) {
        Node node = buildings.current().nodeOfUid(one.name());
        if (node == null) {
            throw new IllegalArgumentException("There is no node " + one.name() + " any more.");
        }
        return node;
    }

    private void askToRevoke(IssuedCertificate one) {
        TextField reason = new TextField("Why");
        reason.setMaxLength(500);
        reason.setWidthFull();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Revoke the certificate of " + one.name() + "?");
        dialog.add(new Paragraph("It is worth nothing from then on, for good."), reason);
        dialog.setCancelable(true);
        dialog.setConfirmText("Revoke");
        dialog.addConfirmListener(_ -> revoke(one, reason.getValue()));
        dialog.open();
    }

    private void revoke(IssuedCertificate one, String reason) {
        try {
            certificates.revoke(actor, origin, one.serial(), reason);
            changed.run();
        } catch (IllegalArgumentException refusal) {
            said.setText(CertificatesView.sentence(refusal));
        }
    }
}
