package org.bmac.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of scenes. Who may configure all outputs of a scene may save and remove it; who may command them all may play
 * it, and others move nothing by it. Safe on every thread.
 */
@Component
public class Scenes {
    private final SceneRows rows;
    private final Commands commands;
    private final Rights rights;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<Integer, Run> runs;

    Scenes(
            SceneRows rows,
            Commands commands,
            Rights rights,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.commands = commands;
        this.rights = rights;
        this.transactions = transactions;
        this.events = events;
        this.ledger = ledger;
        this.clock = clock;
        this.runs = new ConcurrentHashMap<>(rows.runs());
    }

    /** All scenes, by name. */
    public List<Scene> all() {
        return rows.all();
    }

    public Optional<Scene> find(int id) {
        return rows.find(id);
    }

    /** The last time that this scene was played; empty when it never was. */
    public Optional<Run> lastRun(int id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Why the actor may not play this scene: the outputs of it that the actor may not command; empty when there are none. */
    public List<PointId> forbidden(Actor actor, Scene scene) {
        return scene.values().keySet().stream()
                .filter(point -> !rights.may(actor, Right.COMMAND, point))
                .sorted()
                .toList();
    }

    /** Whether the actor may save and remove a scene of these outputs. */
    public boolean mayChange(Actor actor, Set<PointId> outputs) {
        return outputs.stream().allMatch(point -> rights.may(actor, Right.CONFIGURE, point));
    }

    /**
     * Saves a scene: a new one where its id is 0, else in the place of the one with that id.
     *
     * @param origin the display or browser
     * @return as it was saved, with its id
     * @throws IllegalArgumentException when another one has its name, or there is none with that id
     */
    public Scene save(Actor by, String origin, Scene scene) {
        require(by, scene);
        Scene before = scene.id() == 0 ? null : existing(scene.id());
        if (before != null) {
            require(by, before);
        }
        try {
            return Objects.requireNonNull(transactions.execute(_ -> {
                Scene saved = before == null ? rows.add(scene) : rows.replace(scene);
                events.publishEvent(new SceneChanged(by, origin, before, saved));
                return saved;
            }));
        } catch (DuplicateKeyException _) {
            throw new IllegalArgumentException("There is a scene called " + scene.name() + " already.");
        }
    }

    /** Removes a scene. */
    public void remove(Actor by, String origin, int id) {
        Scene scene = existing(id);
        require(by, scene);
        transactions.executeWithoutResult(_ -> {
            rows.remove(id);
            runs.remove(id);
            events.publishEvent(new SceneChanged(by, origin, scene, null));
        });
    }

    /** The wishes of a scene, to be confirmed where an output demands it. */
    public List<Wish> wishes(int id, String reason, @Nullable String ticket) {
        return wishes(id, Set.of(), reason, ticket);
    }

    /** Only those of these outputs; all where there is none. */
    public List<Wish> wishes(int id, Set<PointId> only, String reason, @Nullable String ticket) {
        Scene scene = existing(id);
        List<Wish> wishes = new ArrayList<>();
        scene.values().forEach((point, value) -> {
            if (only.isEmpty() || only.contains(point)) {
                wishes.add(new Wish(point, value, Priority.OPERATOR, scene.lasting(), reason, ticket));
            }
        });
        wishes.sort(Comparator.comparing(Wish::point));
        return wishes;
    }

    /**
     * Asks for all values of a scene, one command each; where the actor may not command all of them, only for those that are
     * refused, so that the attempt is written down and nothing moves.
     */
    public List<Asked> play(Actor by, String origin, int id, String reason, @Nullable String ticket) {
        List<Wish> wishes = wishes(id, reason, ticket);
        List<PointId> forbidden = forbidden(by, existing(id));
        if (!forbidden.isEmpty()) {
            return commands.requestAll(
                    by,
                    origin,
                    wishes.stream()
                            .filter(wish -> forbidden.contains(wish.point()))
                            .toList());
        }
        List<Asked> asked = commands.requestAll(by, origin, wishes);
        follow(id, by.name(), asked, 0);
        return asked;
    }

    /**
     * Asks again for those values of a scene that were not reached. With the others it counts as one more run.
     *
     * @param only which; all where there is none
     * @throws IllegalArgumentException when none of these is in the scene any more
     */
    public List<Asked> retry(
            Actor by, String origin, int id, Set<PointId> only, String reason, @Nullable String ticket) {
        if (only.isEmpty() || !forbidden(by, existing(id)).isEmpty()) {
            return play(by, origin, id, reason, ticket);
        }
        List<Wish> wishes = wishes(id, only, reason, ticket);
        if (wishes.isEmpty()) {
            throw new IllegalArgumentException("None of these outputs is in the scene any more.");
        }
        List<Asked> asked = commands.requestAll(by, origin, wishes);
        follow(id, by.name(), asked, Math.max(0, existing(id).values().size() - asked.size()));
        return asked;
    }

    private void follow(int id, String by, List<Asked> asked, int others) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        note(id, Run.of(at, by, asked.stream().map(Asked::command).toList(), others));
        var _ = CompletableFuture.allOf(asked.stream().map(Asked::end).toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> note(
                        id,
                        Run.of(
                                at,
                                by,
                                asked.stream().map(one -> one.end().join()).toList(),
                                others)));
    }

    private void note(int id, Run run) {
        runs.merge(id, run, (known, other) -> other.at().isBefore(known.at()) ? known : other);
        ledger.note(new CommandRows.RunChange(id, run));
    }

    private Scene existing(int id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no scene " + id + "."));
    }

    private void require(Actor by, Scene scene) {
        if (!mayChange(by, scene.values().keySet())) {
            throw new AccessDeniedException(by.name() + " may not configure all outputs of this scene.");
        }
    }
}
