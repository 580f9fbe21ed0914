package org.bmac.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured of this room.
 *
 * @param demo whether this is the demonstration, whose accounts and their password the sign-in page shows
 */
@ConfigurationProperties("bmac")
record AccessSettings(
        @DefaultValue("true") boolean demo, @DefaultValue Admin admin) {

    /**
     * The first administrator.
     *
     * @param password of the user {@code admin}, in the demonstration of all its accounts; null to have one made up
     */
    record Admin(@Nullable String password) {
        Admin {
            if (password != null && password.isEmpty()) {
                password = null;
            }
            if (password != null) {
                PasswordRules.checkLength("bmac.admin.password (BMAC_ADMIN_PASSWORD)", password);
            }
        }

        @Override
        public String toString() {
            return "Admin[password=" + (password == null ? "none" : "hidden") + "]";
        }
    }
}
