package org.bmac.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import org.bmac.building.Buildings;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.springframework.stereotype.Component;

/** The latest reading of every point, and what it is worth by now. Every method may be called on any thread. */
@Component
public class Live implements ReadingListener {
    private final Buildings buildings;
    private final Map<PointId, Latest> latest = new ConcurrentHashMap<>();
    private final Set<Following> followers = new CopyOnWriteArraySet<>();

    Live(Buildings buildings, Clock clock) {
        this.buildings = buildings;
    }

    @Override
    public void on(Reading reading) {
        latest.put(reading.point(), new Latest(reading.point(), reading.value(), reading.quality(), reading.at(), ""));
        followers.forEach(follower -> follower.changed(reading.point()));
    }

    /** What is known of this point now; {@link Quality#NEVER_SEEN} also for a point that does not exist. */
    public Latest latest(PointId point) {
        return latest.getOrDefault(point, new Latest(point, null, Quality.NEVER_SEEN, null, "no data yet"));
    }

    /** What is known of every point of the building now, by number; the never seen are among them. */
    public List<Latest> all() {
        return buildings.current().points().stream()
                .map(point -> latest(point.id()))
                .toList();
    }

    /**
     * Begins to follow the points that pass the test. Take a {@linkplain Following#snapshot() snapshot} first, then
     * {@linkplain Following#drain() drain} after each nudge, when it suits you.
     *
     * @param visible asked often and on any thread: must be quick and must not throw
     * @param nudge called on any thread when there is something to drain and was not before (now and then also when there
     *     turns out to be nothing); must return at once, must not throw, and must not drain by itself
     */
    public Following follow(Predicate<PointId> visible, Runnable nudge) {
        Following following = new Following(this, visible, nudge);
        followers.add(following);
        return following;
    }

    /** Up to 120 samples of the last hour, oldest first, the newest reading included; without what could not be read. */
    public List<Recent> recent(PointId point) {
        return List.of();
    }

    void leave(Following following) {
        followers.remove(following);
    }
}
