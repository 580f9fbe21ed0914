package org.bmac.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program why it may not come in, as problem details (RFC 9457), never as a page. */
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyAttempts many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.seconds()));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, many.sentence());
        } else if (why instanceof TooBusy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "Too many sign in at once. Try again.");
        } else {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"BMaC\"");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"BMaC\", charset=\"UTF-8\"");
            String detail = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                    ? "Send a bearer token, or a user's name and password (Basic)."
                    : "The token, or the name and password, are wrong.";
            write(request, response, HttpStatus.UNAUTHORIZED, detail);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "This needs more rights than you have.");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
