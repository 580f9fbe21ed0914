package org.bmac.history;

import java.time.Instant;

/** Why nothing is kept, and since when. */
record Trouble(String words, Instant since) {
    /** What is to be said after another failure: since when stays, and the cause goes before what comes of it. */
    Trouble then(String later) {
        return StoreWords.isSure(words) && !StoreWords.isSure(later) ? this : new Trouble(later, since);
    }
}
