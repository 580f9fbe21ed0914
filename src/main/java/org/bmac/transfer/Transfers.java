package org.bmac.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.editor.PlanFiles;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the building away as a file and brings one. Everything takes the right to configure the whole building. May be called
 * on any thread; one file at a time, because files are large.
 */
@Component
public class Transfers {
    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 64 << 20;

    private final Buildings buildings;
    private final PlanFiles plans;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Semaphore desk = new Semaphore(1, true);

    Transfers(Buildings buildings, PlanFiles plans, Rights rights, ApplicationEventPublisher events, JsonMapper json) {
        this.buildings = buildings;
        this.plans = plans;
        this.rights = rights;
        this.events = events;
        this.json = json;
    }

    /** Whether somebody may do any of this now. */
    public boolean may(Actor by) {
        return rights.reach(by, Right.CONFIGURE).equals(Reach.EVERYWHERE);
    }

    /**
     * The building as a file.
     *
     * @param only that floor and what hangs there; all of it where null
     * @param words that stand beside ours in it; none where null
     * @throws AccessDeniedException with a sentence when that person may not
     */
    public byte[] export(Actor by, String origin, @Nullable FloorId only, @Nullable Vocabulary words) {
        need(by);
        byte[] file = json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new BlueprintWriter(buildings, words).write(only));
        String what = only == null
                ? "The whole building as a file."
                : buildings.whole().floor(only).orElseThrow().name() + " as a file.";
        events.publishEvent(new Transferred(by, origin, false, what));
        return file;
    }

    /**
     * What a file would change; changes nothing.
     *
     * @throws Unreadable with a sentence, and the place where there is one, when it is no file of these
     * @throws AccessDeniedException with a sentence when that person may not
     */
    public DryRun examine(Actor by, byte[] file) {
        need(by);
        desk.acquireUninterruptibly();
        try {
            return Comparison.of(buildings, plans::harmless, read(file)).dryRun();
        } finally {
            desk.release();
        }
    }

    /**
     * Brings it, all or nothing, and gives what was changed. It is compared anew, so a conflict that nobody has decided stays
     * as it is here.
     *
     * @param name of the file, for the audit
     * @param theirs the keys of the conflicts in which the file prevails
     * @throws Unreadable with a sentence when it is no file of these; then nothing is changed
     * @throws IllegalArgumentException with a sentence when it does not fit what is here; then nothing is changed
     * @throws AccessDeniedException with a sentence when that person may not
     */
    public DryRun bring(Actor by, String origin, byte[] file, String name, Set<String> theirs) {
        need(by);
        desk.acquireUninterruptibly();
        try {
            Blueprint blueprint = read(file);
            List<DryRun> done = new ArrayList<>();
            Function<Bytes, PlanImage> painted = painted(blueprint);
            buildings.changeTogether(() -> {
                Comparison comparison = Comparison.of(buildings, painted, blueprint);
                List<DryRun.Item> taken = comparison.take(theirs);
                if (!taken.isEmpty()) {
                    events.publishEvent(new Transferred(by, origin, true, words(name, comparison.dryRun(), taken)));
                }
                done.add(comparison.dryRun());
            });
            return done.getFirst();
        } finally {
            desk.release();
        }
    }

    /** Plans take their time, and nobody is to wait for them: they are made harmless before anything is changed. */
    private Function<Bytes, PlanImage> painted(Blueprint blueprint) {
        Map<Bytes, PlanImage> made = new HashMap<>();
        Map<Bytes, IllegalArgumentException> refused = new HashMap<>();
        Function<Bytes, PlanImage> once = plan -> {
            IllegalArgumentException refusal = refused.get(plan);
            if (refusal != null) {
                throw refusal;
            }
            return made.computeIfAbsent(plan, plans::harmless);
        };
        Comparison.of(
                buildings,
                plan -> {
                    try {
                        return once.apply(plan);
                    } catch (IllegalArgumentException refusal) {
                        refused.put(plan, refusal);
                        throw refusal;
                    }
                },
                blueprint);
        return once;
    }

    private static String words(String name, DryRun run, List<DryRun.Item> taken) {
        long overwritten = taken.stream()
                .filter(item -> item.sort() == DryRun.Sort.CONFLICT)
                .count();
        String plain = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        return run.source() + " " + plain + ": " + run.count(DryRun.Sort.ADD) + " added, "
                + run.count(DryRun.Sort.CHANGE) + " changed, " + overwritten + " of "
                + run.count(DryRun.Sort.CONFLICT) + " conflicts taken from the file.";
    }

    private Blueprint read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE, "A building file has up to " + (MOST_BYTES >> 20) + " MB.");
        }
        if (file.length == 0) {
            throw new Unreadable(Unreadable.Why.DAMAGED, "This file is empty.");
        }
        return OldDatabase.is(file) ? OldDatabase.read(file) : BlueprintReader.read(file);
    }

    private void need(Actor by) {
        if (!may(by)) {
            throw new AccessDeniedException(
                    "Only who may configure the whole building takes it away as a file or brings one.");
        }
    }
}
