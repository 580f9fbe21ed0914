package org.bmac.certificate.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.building.Buildings;
import org.bmac.certificate.Certificates;
import org.bmac.certificate.Handout;
import org.springframework.security.access.AccessDeniedException;

/** The building's certificates: its authority, what it has issued, until when that is good, and new ones. */
@Route("certificates")
@PageTitle("Certificates · BMaC")
@Menu(title = "Security", order = 44, icon = "certificate")
@RolesAllowed("ENGINEER")
class CertificatesView extends Div {
    private final Certificates certificates;
    private final Buildings buildings;
    private final Actor actor;
    private final Clock clock;
    private final Div top = new Div();
    private final Div handed = new Div();
    private final Div list = new Div();

    CertificatesView(Certificates certificates, Buildings buildings, SignedIn signedIn, Clock clock) {
        this.certificates = certificates;
        this.buildings = buildings;
        this.actor = signedIn.actor().orElseThrow();
        this.clock = clock;
        addClassName("certificates-page");
        top.addClassName("certificates-top");
        add(
                new H1("Certificates"),
                new Paragraph(
                        "Of nodes and servers, issued by the building's own authority. A broker outside can ask for them; the one"
                                + " inside does not yet."),
                top,
                handed,
                list);
        look();
    }

    private void look() {
        top.removeAll();
        list.removeAll();
        certificates.authority().ifPresentOrElse(this::show, this::begin);
        if (!certificates.fault().isEmpty()) {
            Paragraph fault = new Paragraph("The authority cannot be opened. " + certificates.fault());
            fault.addClassName("certificates-wrong");
            top.add(fault);
        }
    }

    private void begin() {
        if (!certificates.fault().isEmpty()) {
            return;
        }
        if (certificates.mayGovern(actor)) {
            top.add(new BeginCard(buildings.current().name(), this::create, this::bring));
        } else {
            top.add(new Paragraph("This building has no certificate authority yet. An administrator makes it here."));
        }
    }

    private void show(Certificates.Standing authority) {
        top.add(new AuthorityCard(authority, certificates.mayGovern(actor), clock.instant()));
        top.add(new IssueCard(certificates, actor, here(), this::hand));
        list.add(new CertificateTable(certificates, buildings, actor, here(), clock, this::hand, this::look));
    }

    private void create(String name, org.bmac.certificate.KeyKind key) {
        certificates.create(actor, here(), name, key);
        look();
    }

    private void bring(org.bmac.point.Bytes content, String password) {
        certificates.bring(actor, here(), content, password);
        look();
    }

    /** It is shown until somebody says that it is taken, and not again. */
    private void hand(Handout handout) {
        handed.removeAll();
        handed.add(new HandoutCard(handout, new Button("I have it", _ -> handed.removeAll())));
        look();
        handed.scrollIntoView();
    }

    /** A refusal in a sentence. */
    static String sentence(RuntimeException e) {
        return e instanceof AccessDeniedException ? "You may not do that." : String.valueOf(e.getMessage());
    }

    private static String here() {
        VaadinSession session = VaadinSession.getCurrent();
        String address = session == null ? null : session.getBrowser().getAddress();
        return address == null ? "browser" : "browser at " + address;
    }
}
