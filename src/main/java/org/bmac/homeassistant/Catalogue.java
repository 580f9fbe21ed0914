package org.bmac.homeassistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** One immutable picture of what is announced; every lookup is a map access. */
final class Catalogue {
    static final Catalogue EMPTY = new Catalogue(List.of());

    private final Map<String, List<Entry>> byTopic = new HashMap<>();
    private final Map<String, Set<Availability>> availabilities = new HashMap<>();
    private final Map<Availability, Set<String>> depending = new HashMap<>();
    private final Map<String, List<Entry>> byDevice = new LinkedHashMap<>();
    private final Map<PointId, Entry> byPoint = new HashMap<>();

    Catalogue(List<Entry> entries) {
        for (Entry entry : entries) {
            Signal signal = entry.signal();
            byPoint.put(entry.point(), entry);
            byDevice.computeIfAbsent(entry.uid(), _ -> new ArrayList<>()).add(entry);
            on(signal.topic(), entry);
            if (signal.power() != null && !signal.power().topic().equals(signal.topic())) {
                on(signal.power().topic(), entry);
            }
            signal.presence().sources().forEach(source -> {
                availabilities
                        .computeIfAbsent(source.topic(), _ -> new LinkedHashSet<>())
                        .add(source);
                depending.computeIfAbsent(source, _ -> new LinkedHashSet<>()).add(entry.uid());
            });
        }
    }

    private void on(String topic, Entry entry) {
        byTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(entry);
    }

    /** All topics that have to be listened to. */
    Set<String> topics() {
        Set<String> all = new LinkedHashSet<>(availabilities.keySet());
        all.addAll(byTopic.keySet());
        return all;
    }

    /** Whose values come on this topic. */
    List<Entry> on(String topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    /** What devices say on this topic of whether they are there. */
    Set<Availability> availabilitiesOn(String topic) {
        return availabilities.getOrDefault(topic, Set.of());
    }

    /** The UIDs of the devices of which something is there only when this says so. */
    Set<String> dependingOn(Availability availability) {
        return depending.getOrDefault(availability, Set.of());
    }

    /** All points. */
    Set<PointId> points() {
        return byPoint.keySet();
    }

    /** The devices' quantities by the UIDs of their nodes. */
    Map<String, List<Entry>> devices() {
        return byDevice;
    }

    /** The quantity that is this point; null when none that is announced now. */
    @Nullable
    Entry of(PointId point) {
        return byPoint.get(point);
    }
}
