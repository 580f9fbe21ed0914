package org.bmac.exchange;

/** What came of reading a line. */
sealed interface LineRead permits Line, LineRead.Unreadable, LineRead.Nothing {
    /**
     * It cannot be read.
     *
     * @param reason a sentence for people, without the line
     */
    record Unreadable(String reason) implements LineRead {}

    /** It is empty, or a remark. */
    record Nothing() implements LineRead {}
}
