package org.bmac.building;

import java.util.List;

/**
 * An area on a floor.
 *
 * @param tags words of the people who run the building, in their order, each once
 * @param outline the corners of a polygon without holes, at least three, not closed by repeating the first
 */
public record Zone(ZoneId id, FloorId floor, String name, ZoneKind kind, List<String> tags, List<Spot> outline) {
    public Zone {
        tags = List.copyOf(tags);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a zone needs a name");
        }
        outline = List.copyOf(outline);
        if (outline.size() < 3) {
            throw new IllegalArgumentException("a zone has at least three corners, not " + outline.size());
        }
    }

    /** One without tags. */
    public Zone(ZoneId id, FloorId floor, String name, ZoneKind kind, List<Spot> outline) {
        this(id, floor, name, kind, List.of(), outline);
    }

    /** Whether the spot lies inside the outline (even-odd rule; a spot on an edge may count as either side). */
    public boolean contains(Spot spot) {
        boolean inside = false;
        for (int i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
            Spot a = outline.get(i);
            Spot b = outline.get(j);
            if (a.y() > spot.y() != b.y() > spot.y()
                    && spot.x() < (b.x() - a.x()) * (spot.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
