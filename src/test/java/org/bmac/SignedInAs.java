package org.bmac;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** The test acts as a person called Anna who has this role. */
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = SignedInAs.Anna.class)
public @interface SignedInAs {
    Role value();

    /** Makes her. */
    class Anna implements WithSecurityContextFactory<SignedInAs> {
        @Override
        public SecurityContext createSecurityContext(SignedInAs as) {
            String[] authorities = as.value().held().stream()
                    .map(role -> "ROLE_" + role.name())
                    .toArray(String[]::new);
            Actor.Person anna = new Actor.Person(new UserId(1_000_000), "anna", as.value());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    anna, null, AuthorityUtils.createAuthorityList(authorities)));
            return context;
        }
    }
}
