package org.bmac.node;

/**
 * The two ways in which the firmware's modules publish. Readings and answers of either are understood; what is not of a
 * module goes out at QoS 0 without retain in both.
 */
public enum Generation {
    /** 2017 to the middle of 2022: QoS 1, not retained. */
    CAREFUL(1, false),
    /** Since August 2022: QoS 0 and retained, by mistake. */
    RETAINING(0, true);

    private final int qos;
    private final boolean retain;

    Generation(int qos, boolean retain) {
        this.qos = qos;
        this.retain = retain;
    }

    /** Of readings and answers. */
    public int qos() {
        return qos;
    }

    /** Of readings and answers. */
    public boolean retain() {
        return retain;
    }
}
