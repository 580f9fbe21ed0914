package org.bmac.building;

/** What a zone is used for. */
public enum ZoneKind {
    OFFICE,
    MEETING,
    KITCHEN,
    CORRIDOR,
    PLANT_ROOM,
    LABORATORY,
    STORAGE,
    OTHER
}
