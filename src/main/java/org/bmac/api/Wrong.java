package org.bmac.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request that cannot be understood. */
final class Wrong {
    private Wrong() {}

    /** To be thrown; the answer says this sentence. */
    static ResponseStatusException because(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }
}
