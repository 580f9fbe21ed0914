package org.bmac.simulator;

import java.util.List;
import java.util.stream.IntStream;
import org.bmac.building.ZoneKind;

/** Which room serves for what; rooms are numbered by their place in the list. */
record Layout(List<Room> rooms) {
    Layout {
        rooms = List.copyOf(rooms);
    }

    /** Where everybody comes in: the first corridor of the ground floor. */
    int entrance() {
        return all(0, ZoneKind.CORRIDOR).getFirst();
    }

    int corridor(int floor) {
        return all(floor, ZoneKind.CORRIDOR).getLast();
    }

    /** Where a floor has its coffee: the first kitchen in which nobody works. */
    int breakRoom(int floor) {
        return all(floor, ZoneKind.KITCHEN).getFirst();
    }

    List<Integer> meetingRooms() {
        return numbers()
                .filter(room -> rooms.get(room).kind() == ZoneKind.MEETING)
                .boxed()
                .toList();
    }

    /** The room of this name. */
    int room(String name) {
        return numbers()
                .filter(room -> rooms.get(room).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int floorOf(int room) {
        return rooms.get(room).floor();
    }

    IntStream numbers() {
        return IntStream.range(0, rooms.size());
    }

    private List<Integer> all(int floor, ZoneKind kind) {
        List<Integer> found = numbers()
                .filter(room -> floorOf(room) == floor && rooms.get(room).kind() == kind)
                .filter(room -> rooms.get(room).places() == 0)
                .boxed()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("floor " + floor + " has no " + kind);
        }
        return found;
    }
}
