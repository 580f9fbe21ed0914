package org.bmac.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import jakarta.servlet.http.Cookie;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the pages look in one browser. Kept in a cookie of that browser, so that the very first paint is right, on the
 * sign-in page and the kiosk, too.
 */
enum Scheme {
    SYSTEM("As the device", ColorScheme.Value.SYSTEM),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private static final String COOKIE = "bmac-scheme";

    private final String label;
    private final ColorScheme.Value value;

    Scheme(String label, ColorScheme.Value value) {
        this.label = label;
        this.value = value;
    }

    /** The choice in words. */
    String label() {
        return label;
    }

    /** What Vaadin calls it. */
    ColorScheme.Value value() {
        return value;
    }

    /** How the current page looks now. */
    static Scheme chosen() {
        return switch (UI.getCurrent().getPage().getColorScheme()) {
            case LIGHT -> Scheme.LIGHT;
            case DARK -> Scheme.DARK;
            case LIGHT_DARK, DARK_LIGHT, NORMAL, SYSTEM -> Scheme.SYSTEM;
        };
    }

    /** What these cookies say; they come from outside, and what they say wrongly counts as nothing said. */
    static Scheme chosenIn(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie ->
                        Stream.of(values()).filter(scheme -> scheme.name().equals(cookie.getValue())))
                .findFirst()
                .orElse(SYSTEM);
    }

    /** Shows the current page so, and every later one in this browser. */
    void choose() {
        UI ui = UI.getCurrent();
        ui.getPage().setColorScheme(value);
        ui.getPage()
                .executeJs("document.cookie = $0", COOKIE + "=" + name() + "; Path=/; Max-Age=31536000; SameSite=Lax");
    }
}
