package org.bmac.certificate.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.bmac.certificate.Certificates;

/** The authority as it stands, and what others need to trust it. */
class AuthorityCard extends Div {
    /** @param governs whether it is said where its key is */
    AuthorityCard(Certificates.Standing authority, boolean governs, Instant now) {
        addClassName("certificates-card");
        DescriptionList facts = new DescriptionList();
        fact(facts, "Name", authority.name());
        fact(facts, "Key", authority.key().label());
        fact(facts, "Good until", Moments.day(authority.until()) + " (" + Moments.left(authority.until(), now) + ")");
        Span hash = new Span(authority.sha256());
        hash.addClassName("certificates-hash");
        facts.add(new DescriptionList.Term("SHA-256"));
        facts.add(new DescriptionList.Description(hash));
        if (governs) {
            fact(facts, "Its key", authority.file());
        }
        Anchor pem = new Anchor("/pki/authority.pem", "The authority's certificate (PEM)");
        pem.setRouterIgnore(true);
        Anchor list = new Anchor("/pki/revoked.crl", "The list of what is revoked (CRL)");
        list.setRouterIgnore(true);
        Div links = new Div(pem, list);
        links.addClassName("certificates-links");
        add(new H2("The building's authority"), facts, links);
        if (governs && !authority.passwordFile().isEmpty()) {
            add(new Paragraph("The password of its key stands in " + authority.passwordFile()
                    + ", which only this program's user may read. Keep a copy of both in a safe, apart from each other; or"
                    + " give the password as BMAC_CERTIFICATE_PASSWORD."));
        }
    }

    private static void fact(DescriptionList facts, String term, String words) {
        facts.add(new DescriptionList.Term(term));
        facts.add(new DescriptionList.Description(words));
    }
}
