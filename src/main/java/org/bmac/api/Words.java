package org.bmac.api;

import java.util.Locale;

/** The stable words for programs: lower case with hyphens. */
final class Words {
    private Words() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
