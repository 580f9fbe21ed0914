package org.bmac.access.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.bmac.access.Demonstration.Shown;

/** How to get into the demonstration: who there is, and the password of all. */
class DemonstrationBox extends Aside {
    DemonstrationBox(Shown shown) {
        addClassName("demonstration");
        Span password = new Span(shown.password());
        password.addClassName("shown-secret");
        Paragraph words = new Paragraph("Come in as any of these. The password of all is ");
        words.add(password);
        Div ways = new Div();
        ways.addClassName("demonstration-ways");
        shown.accounts().forEach(name -> ways.add(SignInForm.ready(name, shown.password(), name)));
        add(new H2("This is a demonstration"), words, ways);
    }
}
