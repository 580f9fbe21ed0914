package org.bmac.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.bmac.access.Demonstration;
import org.bmac.access.SignedIn;
import org.bmac.access.TooManyAttempts;

/** The sign-in page. Its address says why the last attempt failed; in the demonstration it shows how to get in. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · BMaC")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {
    private final SignedIn signedIn;
    private final Paragraph trouble = new Paragraph();

    LoginView(SignedIn signedIn, Demonstration demonstration) {
        this.signedIn = signedIn;
        addClassName("sign-in");
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
        Div card = new Div(mark(), new H1("Sign in"), trouble, SignInForm.typed());
        card.addClassName("sign-in-card");
        add(card);
        demonstration.shown().map(DemonstrationBox::new).ifPresent(this::add);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signedIn.actor().isPresent()) {
            event.forwardTo("");
        }
        Optional<String> sentence = sentence(event.getLocation().getQueryParameters());
        trouble.setText(sentence.orElse(""));
        trouble.setVisible(sentence.isPresent());
    }

    private static Optional<String> sentence(QueryParameters why) {
        return why.getParameters().keySet().stream()
                .flatMap(key -> sentence(key, why).stream())
                .findFirst();
    }

    private static Optional<String> sentence(String key, QueryParameters why) {
        return Optional.ofNullable(
                switch (key) {
                    case "wait" -> TooManyAttempts.sentence(seconds(why));
                    case "busy" -> "Too many people sign in at once. Try again in a moment.";
                    case "error" -> "User name or password is wrong.";
                    default -> null;
                });
    }

    /** The number comes from the address, where anybody can write anything. */
    private static long seconds(QueryParameters why) {
        return why.getSingleParameter("wait")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Long::valueOf)
                .orElse(60L);
    }

    private static Div mark() {
        Div mark = new Div(new Image("themes/bmac/mark.svg", ""), new Span("BMaC"));
        mark.addClassName("product-mark");
        return mark;
    }
}
