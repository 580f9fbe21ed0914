package org.bmac.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends who could not come in back to the sign-in page, which reads the reason from the address. */
public class SignInFailures implements AuthenticationFailureHandler, AccessDeniedHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String reason =
                switch (why) {
                    case TooManyAttempts many -> "wait=" + many.seconds();
                    case TooBusy _ -> "busy";
                    default -> "error";
                };
        response.sendRedirect(request.getContextPath() + "/login?" + reason);
    }

    /** Another site has made the browser send our form. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login");
    }
}
