package org.bmac.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A secret that somebody has sent, before it was looked at. */
class BearerToken extends AbstractAuthenticationToken {
    private final transient String secret;

    BearerToken(String secret) {
        super(List.of());
        this.secret = secret;
    }

    @Override
    public String getCredentials() {
        return secret;
    }

    @Override
    public String getPrincipal() {
        return "a token";
    }
}
