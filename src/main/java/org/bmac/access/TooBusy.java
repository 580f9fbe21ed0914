package org.bmac.access;

import org.springframework.security.authentication.AuthenticationServiceException;

/** So many sign in at once that this one would have waited for too long. */
class TooBusy extends AuthenticationServiceException {
    TooBusy() {
        super("too many people sign in at once");
    }
}
