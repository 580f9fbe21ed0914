package org.bmac.building;

/** Which of the two languages a node speaks; a node speaks one of them. */
public enum Dialect {
    /** The firmware of the original BMaC (2017–2023): MQTT 3.1.1, messages carry the node's location. */
    FIRMWARE,
    /** BMaC 5: MQTT 5, messages carry the node's UID, nodes describe themselves. */
    BMAC5
}
