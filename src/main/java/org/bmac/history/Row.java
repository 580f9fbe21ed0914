package org.bmac.history;

/** What is kept under one key at some level. */
sealed interface Row permits Rows.Raw, Rows.Sum {
    /** As {@link Key} makes it; of a summary its beginning. */
    long key();
}
