package org.bmac.history;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a database takes nothing, in words for people: by what disks, H2 and PostgreSQL say. */
final class StoreWords {
    /** Where nothing better is known. */
    static final String REFUSES = "the database refuses them, the log says why";

    static final String SILENT = "the database does not answer";

    private static final List<String> FULL =
            List.of("no space left", "disk is full", "not enough space", "disk full", "quota exceeded");
    private static final List<String> READ_ONLY =
            List.of("read-only", "read only", "permission denied", "access is denied", "accessdenied");
    private static final List<String> GONE = List.of(
            "connection refused", "connection is not available", "the connection attempt failed", "already closed");

    private StoreWords() {}

    static String of(Throwable failure) {
        String said = REFUSES;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String better = of(cause, cause.toString().toLowerCase(Locale.ROOT));
            said = better == null || isSure(said) ? said : better;
        }
        return said;
    }

    /** Whether these say what is the matter, and not only what comes of it. */
    static boolean isSure(String words) {
        return words.startsWith("the disk");
    }

    private static @Nullable String of(Throwable cause, String said) {
        if (FULL.stream().anyMatch(said::contains)) {
            return "the disk is full";
        }
        if (READ_ONLY.stream().anyMatch(said::contains)) {
            return "the disk cannot be written to";
        }
        return cause instanceof SQLTransientConnectionException || GONE.stream().anyMatch(said::contains)
                ? "the database cannot be reached"
                : null;
    }
}
