package org.bmac.floorplan;

import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bmac.broker.Link;
import org.bmac.history.Keeping;
import org.bmac.live.Live;

/**
 * What all screens draw from.
 *
 * @param keeping whether readings are kept
 * @param model the version of the building now
 * @param controls what is asked of outputs and held for them
 */
record Feed(
        Live live,
        Supplier<Link> link,
        Supplier<Keeping> keeping,
        LongSupplier model,
        Fragments fragments,
        Controls controls,
        Tempo tempo,
        Clock clock) {}
