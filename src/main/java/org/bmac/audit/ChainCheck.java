package org.bmac.audit;

/**
 * What a look at the whole chain has found.
 *
 * @param rows how many were looked at
 * @param broken the first that does not follow from the one before, or is missing; 0 when all is as it was written
 * @param why in one sentence for people; empty when all is as it was written
 */
public record ChainCheck(long rows, long broken, String why) {
    static ChainCheck whole(long rows) {
        return new ChainCheck(rows, 0, "");
    }

    static ChainCheck missing(long row, long rows) {
        return new ChainCheck(row, row, "Row " + row + " of " + rows + " is missing.");
    }

    static ChainCheck changed(long row) {
        return new ChainCheck(row, row, "Row " + row + " is not as it was written: it or its hash was changed.");
    }

    /** The rows agree, but not with what was noted as the last. */
    static ChainCheck replaced(long row) {
        return new ChainCheck(row, row, "Row " + row + " is the last, but not the one that was written there.");
    }

    public boolean isWhole() {
        return broken == 0;
    }
}
