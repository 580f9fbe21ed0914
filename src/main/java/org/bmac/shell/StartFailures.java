package org.bmac.shell;

import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Locale;
import org.bmac.point.Unstartable;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Says in one sentence why the program cannot start, where a person can mend it: a wrong value of a key, a taken port, a
 * data folder that another BMaC uses or that cannot be written. Everything else is a bug and keeps its stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String sentence = sentenceFor(failure);
        return sentence == null ? null : new FailureAnalysis(sentence, null, failure);
    }

    private static @Nullable String sentenceFor(Throwable failure) {
        String found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = ofCause(cause);
            found = sentence == null ? found : sentence;
        }
        return found;
    }

    /** The innermost cause that has a sentence wins: it is nearest to what a person can change. */
    private static @Nullable String ofCause(Throwable cause) {
        return switch (cause) {
            case PortInUseException taken ->
                "Port " + taken.getPort() + " is taken by another program; choose another with SERVER_PORT, for example"
                        + " SERVER_PORT=" + (taken.getPort() + 1) + ".";
            case BindException wrong -> wrongValue(wrong);
            case Unstartable said -> said.getMessage();
            case AccessDeniedException denied -> unwritable(denied.getFile());
            case SQLException refused -> ofState(refused);
            case FlywayValidateException _ ->
                "The database is of another version of BMaC, which this one cannot take over; start that version, or choose"
                        + " another folder with BMAC_DATA.";
            default -> ofMessage(String.valueOf(cause.getMessage()));
        };
    }

    /** By the classes of the SQL standard, so far as PostgreSQL uses them for a connection that does not come about. */
    private static @Nullable String ofState(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (state.startsWith("08")) {
            return "The database does not answer; look at BMAC_DATABASE_URL, and whether the server runs.";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "The database refuses the user; look at BMAC_DATABASE_USER and BMAC_DATABASE_PASSWORD.";
            case "3D000" ->
                "The server has no database of the name in BMAC_DATABASE_URL; create it there: create database … owner ….";
            case "42501" ->
                "The user in BMAC_DATABASE_USER may not make tables there; make it the owner of the database.";
            default -> ofMessage(String.valueOf(refused.getMessage()));
        };
    }

    private static @Nullable String ofMessage(String message) {
        if (message.contains("Database may be already in use")) {
            return "Another BMaC uses this data folder already; end it, or choose another folder with BMAC_DATA.";
        }
        if (message.startsWith("port out of range")) {
            return "server.port is out of range; SERVER_PORT may be 0 (any that is free) to 65535.";
        }
        if (message.contains("Could not save properties") || message.contains("Error while creating file")) {
            return unwritable("named by BMAC_DATA");
        }
        return null;
    }

    private static String unwritable(String folder) {
        return "The data folder " + folder
                + " cannot be written; choose another with BMAC_DATA, or grant the right to it.";
    }

    private static @Nullable String wrongValue(BindException wrong) {
        ConfigurationProperty property = wrong.getProperty();
        Throwable root = rootOf(wrong);
        if (root instanceof IllegalArgumentException
                && String.valueOf(root.getMessage()).startsWith("bmac.")) {
            return root.getMessage();
        }
        if (property == null) {
            return null;
        }
        return property.getName() + " is '" + property.getValue() + "', but " + allowed(wrong) + ".";
    }

    private static String allowed(BindException wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                return "must be " + typeInWords(conversion.getTargetType().getType());
            }
        }
        String message = rootOf(wrong).getMessage();
        return message == null ? "that cannot be read" : message;
    }

    private static String typeInWords(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == java.time.Duration.class) {
            return "a time such as 30s, 5m or 2h";
        }
        if (type.isEnum()) {
            return "one of "
                    + java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        return "a " + type.getSimpleName();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}
