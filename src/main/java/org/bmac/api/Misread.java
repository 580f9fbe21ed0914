package org.bmac.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says in our words what the framework cannot read of a request: it would name its own classes. */
@RestControllerAdvice(basePackageClasses = Misread.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Misread {
    private static final int LONGEST = 100;

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException wrong) {
        String kind = kind(wrong.getRequiredType());
        return problem(
                "bad-parameter", wrong.getName() + " is " + start(wrong.getValue()) + ", but must be " + kind + ".");
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException wrong) {
        return problem(
                "bad-body",
                "The body is not what is asked for here: a JSON object such as {\"value\": 60, \"duration\": \"PT30M\"}.");
    }

    private static String kind(@Nullable Class<?> type) {
        if (isNumber(type)) {
            return "a whole number";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "something else";
    }

    private static boolean isNumber(@Nullable Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }

    private static String start(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static ProblemDetail problem(String code, String sentence) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence);
        detail.setProperty("code", code);
        return detail;
    }
}
