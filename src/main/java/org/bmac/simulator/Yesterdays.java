package org.bmac.simulator;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.history.Recall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the points of the demonstration building a past, once, in the background; what was cut off goes on next time. */
final class Yesterdays implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Yesterdays.class);
    private static final long BREAK_MILLIS = 10;
    private static final long PATIENCE_MILLIS = 3_000;

    private final Recall past;
    private final Buildings buildings;
    private final Chance chance;
    private final Duration length;
    private final Instant end;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("past").unstarted(this::run);

    private record Owed(Point point, Recollection.Told told) {}

    Yesterdays(Recall past, Buildings buildings, Chance chance, Duration length, Instant end) {
        this.past = past;
        this.buildings = buildings;
        this.chance = chance;
        this.length = length;
        this.end = end;
    }

    void start() {
        thread.start();
    }

    /** Waits for what is being written, a short while. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            recall();
        } catch (RuntimeException e) {
            if (goesOn()) {
                LOG.error("The demonstration's past could not be made; the next start goes on with it", e);
            }
        }
    }

    /** Nothing where the building was changed so that there is nothing to recall. */
    void recall() {
        if (length.isZero() || lacking().isEmpty()) {
            return;
        }
        LOG.info("The demonstration gets a past of {} days, in the background.", length.toDays());
        Recollection recollection =
                new Recollection(Stadthaus.layout(), chance, ZoneId.systemDefault(), end, length, lacking());
        List<Owed> owed = owed(recollection.run(this::goesOn));
        int done = 0;
        for (Owed one : owed) {
            if (!goesOn() || !recall(one, recollection.moments())) {
                return;
            }
            done++;
            if (done < owed.size() && done * 4 / owed.size() > (done - 1) * 4 / owed.size()) {
                LOG.info("The past of {} of {} points is made.", done, owed.size());
            }
        }
        LOG.info("The demonstration's past is made: {} points, {} ms of processor time.", done, processorMillis());
    }

    private boolean recall(Owed one, List<Instant> moments) {
        var readings = one.told().remembered().readings(one.point().id(), moments);
        return past.recall(one.point().id(), readings, end, Recollection.APART, this::goesOn);
    }

    /** A short break for everybody else. */
    private boolean goesOn() {
        try {
            return !closed.await(BREAK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Set<String> lacking() {
        Building building = buildings.current();
        Set<String> uids = new HashSet<>();
        for (Stadthaus.Numbered node : Stadthaus.nodes()) {
            if (node.fitting().parts().stream().anyMatch(part -> lacks(building, node.uid(), part))) {
                uids.add(node.uid());
            }
        }
        return uids;
    }

    private boolean lacks(Building building, String uid, Part part) {
        return point(building, uid, part)
                .filter(point -> !past.isRecalled(point.id()))
                .isPresent();
    }

    private List<Owed> owed(List<Recollection.Told> told) {
        Building building = buildings.current();
        List<Owed> owed = new ArrayList<>();
        told.forEach(one -> point(building, one.uid(), one.part())
                .filter(point -> !past.isRecalled(point.id()))
                .ifPresent(point -> owed.add(new Owed(point, one))));
        return owed;
    }

    private static Optional<Point> point(Building building, String uid, Part part) {
        return Optional.ofNullable(building.nodeOfUid(uid))
                .flatMap(node -> Optional.ofNullable(building.pointOf(node.id(), part.kind(), part.channel())));
    }

    private static long processorMillis() {
        return TimeUnit.NANOSECONDS.toMillis(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
