package org.bmac.access.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/**
 * A plain form that the browser sends by itself, so that password stores know it and the session is made by the one filter
 * that guards it. It needs no proof that it is ours, because that filter looks at which site has sent it; so it works
 * however long the page was open.
 */
@Tag("form")
class SignInForm extends HtmlContainer {
    private SignInForm() {
        getElement().setAttribute("method", "post").setAttribute("action", "login");
    }

    /** With fields to type into. */
    static SignInForm typed() {
        SignInForm form = new SignInForm();
        form.addClassName("sign-in-form");
        form.add(nameField(), passwordField(), button("Sign in"));
        return form;
    }

    /** With these already in it, behind one button. */
    static SignInForm ready(String name, String password, String label) {
        SignInForm form = new SignInForm();
        form.add(hidden("username", name), hidden("password", password), button(label));
        return form;
    }

    private static TextField nameField() {
        TextField field = new TextField("User name");
        field.getElement().setProperty("name", "username");
        field.setAutocomplete(Autocomplete.USERNAME);
        field.setAutocapitalize(Autocapitalize.NONE);
        field.setAutocorrect(false);
        field.setAutofocus(true);
        return field;
    }

    private static PasswordField passwordField() {
        PasswordField field = new PasswordField("Password");
        field.getElement().setProperty("name", "password");
        field.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        return field;
    }

    private static NativeButton button(String label) {
        NativeButton button = new NativeButton(label);
        button.getElement().setAttribute("type", "submit");
        button.addClassName("sign-in-button");
        return button;
    }

    private static Input hidden(String name, String value) {
        Input input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }
}
