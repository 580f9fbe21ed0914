/**
 * The interface for other programs: what exists, what it reports and reported, and how it changes, as JSON over HTTP; how the server is.
 * It shows what the screens show, to whoever may see the screens, and asks outputs for what they may ask.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "point",
            "building",
            "live",
            "broker",
            "access",
            "command",
            "history",
            "exchange",
            "cnc",
            "transfer"
        })
package org.bmac.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
