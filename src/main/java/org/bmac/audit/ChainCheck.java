package org.bmac.audit;

/**
 * What a look at the whole chain has found.
 *
 * @param rows how many were looked at
 * @param broken the first that does not follow from the one before, or is missing; 0 when all is as it was written
 */
public record ChainCheck(long rows, long broken) {
    public boolean isWhole() {
        return broken == 0;
    }
}
