package org.bmac.history;

/** What was packed cannot be read any more; the message says why. */
class DamagedChunk extends RuntimeException {
    DamagedChunk(String why) {
        super(why);
    }

    DamagedChunk(String why, Throwable cause) {
        super(why, cause);
    }
}
