package org.bmac.command;

import org.bmac.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A scene was saved or removed. Published as an application event within the transaction that writes it: whoever throws
 * undoes it.
 *
 * @param before null when it is new
 * @param after null when it was removed
 */
public record SceneChanged(
        Actor by,
        String origin,
        @Nullable Scene before,
        @Nullable Scene after) {}
