package org.bmac.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Where a bug of this room ends: in the log, and as a problem without details for the program. */
@RestControllerAdvice(basePackageClasses = Faults.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @ExceptionHandler
    ProblemDetail on(RuntimeException fault) {
        LOG.error("A request of a program failed", fault);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "This did not work, because of a fault in the program.");
    }
}
