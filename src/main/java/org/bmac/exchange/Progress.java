package org.bmac.exchange;

/** Is told how far the work on a file has got, and says whether it goes on; on the thread that works. */
@FunctionalInterface
public interface Progress {
    /**
     * Returns at once.
     *
     * @param share of the file, 0 to 1
     * @return false to stop here
     */
    boolean goesOn(double share);
}
