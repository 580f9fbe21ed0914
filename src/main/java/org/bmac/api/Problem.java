package org.bmac.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a program does not get what it asks for: a sentence for people, and a word for programs that stays as it is. */
class Problem extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    Problem(HttpStatus status, String code, String sentence) {
        super(status, detail(status, code, sentence), null);
    }

    /** The same with more that a program may want to know. */
    Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    private static ProblemDetail detail(HttpStatus status, String code, String sentence) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setProperty("code", code);
        return detail;
    }
}
