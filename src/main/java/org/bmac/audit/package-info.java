/**
 * Who did what, when, by which right, and with which bytes. It listens only: to the commands within the transaction that
 * writes them, to changes of rules, scenes, the building and users, and to who signs in and out. {@link org.bmac.audit.Audit}
 * is the store: rows are only added, each bound to the one before by its hash; it finds, checks and exports them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "point",
            "building",
            "node",
            "access",
            "command",
            "exchange",
            "editor",
            "cnc",
            "firmware",
            "certificate",
            "transfer"
        })
package org.bmac.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
