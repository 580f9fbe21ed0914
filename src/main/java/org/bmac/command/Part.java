package org.bmac.command;

/** What somebody has to do with a {@link Request}. */
public enum Part {
    /** Has asked, and may withdraw it. */
    ASKER,
    /** May agree to it or decline it. */
    SECOND,
    /** May know that it waits, and nothing more. */
    ONLOOKER,
    /** May not know of it. */
    NOBODY
}
