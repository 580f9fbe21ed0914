package org.bmac.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/** Finds in a request's {@code Authorization} header what a program shows at the door: Basic or Bearer. */
class ProgramCredentials implements AuthenticationConverter {
    private static final String BEARER = "Bearer ";

    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
    private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return basic.convert(request);
        }
        BearerToken token = new BearerToken(header.substring(BEARER.length()).strip());
        token.setDetails(details.buildDetails(request));
        return token;
    }
}
