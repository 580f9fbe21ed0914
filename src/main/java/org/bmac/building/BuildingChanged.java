package org.bmac.building;

/** Floors, zones, nodes or points were added, changed or taken away. Published as an application event after the commit. */
public record BuildingChanged(Building building) {}
