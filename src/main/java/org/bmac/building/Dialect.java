package org.bmac.building;

/** Which language a node speaks; a node speaks one of them. */
public enum Dialect {
    /** The firmware of the original BMaC (2017–2023): MQTT 3.1.1, messages carry the node's location. */
    FIRMWARE,
    /** BMaC 5: MQTT 5, messages carry the node's UID, nodes describe themselves. */
    BMAC5,
    /** A device of another world that was announced by MQTT discovery; its language is what the announcement says. */
    DISCOVERED;

    /** Whether our own nodes speak it: they can be asked who they are, told what they are to be, and given firmware. */
    public boolean ours() {
        return this != DISCOVERED;
    }
}
