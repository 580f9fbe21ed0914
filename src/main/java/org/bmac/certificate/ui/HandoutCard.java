package org.bmac.certificate.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import org.bmac.certificate.Handout;
import org.bmac.point.Bytes;

/** What was just issued, to be taken away now. */
class HandoutCard extends Div {
    HandoutCard(Handout handout, Button done) {
        addClassName("certificates-card");
        addClassName("certificates-handout");
        getElement().setAttribute("role", "status");
        String name = handout.issued().name();
        add(new H2("The certificate of " + name));
        Div links = new Div(link("PEM", name + ".pem", "application/x-pem-file", Bytes.of(handout.pem())));
        links.addClassName("certificates-links");
        if (handout.hasKey()) {
            links.add(
                    link("PKCS#12", name + ".p12", "application/x-pkcs12", handout.pkcs12()),
                    link("DER, for the ESP8266 firmware (ZIP)", name + "-der.zip", "application/zip", handout.der()));
            Span password = new Span(handout.password());
            password.addClassName("certificates-hash");
            add(
                    new Paragraph("Its key is kept nowhere: take it away now. Whoever has it, is " + name + "."),
                    links,
                    new Paragraph(new Span("Password of the PKCS#12 file: "), password));
        } else {
            add(new Paragraph("Its key is where it was made."), links);
        }
        add(done);
    }

    private static Anchor link(String words, String file, String type, Bytes content) {
        return new Anchor(event -> write(event, file, type, content), AttachmentType.DOWNLOAD, words);
    }

    private static void write(DownloadEvent event, String file, String type, Bytes content) throws IOException {
        event.setFileName(file);
        event.setContentType(type);
        event.setContentLength(content.length());
        event.getOutputStream().write(content.toArray());
    }
}
