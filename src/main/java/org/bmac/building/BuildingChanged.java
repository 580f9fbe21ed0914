package org.bmac.building;

/**
 * Something was changed; what there is now says {@link Buildings#current()}. It carries no picture, because such news are
 * told without a lock and may overtake each other.
 */
public record BuildingChanged() {}
