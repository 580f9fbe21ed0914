package org.bmac.simulator;

/** The measures of the three plans, which have the same outline. */
final class Plan {
    static final double WIDTH = 1200;
    static final double HEIGHT = 800;
    static final double UNITS_PER_METRE = 30;

    /** The inner faces of the outer walls. */
    static final double LEFT = 38;

    static final double TOP = 38;
    static final double RIGHT = 1162;
    static final double BOTTOM = 762;

    private Plan() {}
}
