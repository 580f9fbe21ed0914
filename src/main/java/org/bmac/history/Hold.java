package org.bmac.history;

/** For how long a number holds, in milliseconds: what was recalled, and from a moment on what was heard. */
record Hold(long until, long recalled, long heard) {
    /** A number of this moment. */
    long at(long moment) {
        return moment < until ? recalled : heard;
    }
}
