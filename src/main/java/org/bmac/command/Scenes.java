package org.bmac.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of scenes. Who may command all outputs of a scene may save, remove and play it. */
@Component
public class Scenes {
    private final SceneRows rows;
    private final Commands commands;
    private final Rights rights;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Scenes(
            SceneRows rows,
            Commands commands,
            Rights rights,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.commands = commands;
        this.rights = rights;
        this.transactions = transactions;
        this.events = events;
    }

    /** All scenes, by name. */
    public List<Scene> all() {
        return rows.all();
    }

    public Optional<Scene> find(int id) {
        return rows.find(id);
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
            return java.util.Objects.requireNonNull(transactions.execute(_ -> {
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
            events.publishEvent(new SceneChanged(by, origin, scene, null));
        });
    }

    /** The wishes of a scene, to be confirmed where an output demands it. */
    public List<Wish> wishes(int id, String reason, @Nullable String ticket) {
        Scene scene = existing(id);
        List<Wish> wishes = new ArrayList<>();
        scene.values()
                .forEach((point, value) ->
                        wishes.add(new Wish(point, value, Priority.OPERATOR, scene.lasting(), reason, ticket)));
        wishes.sort(java.util.Comparator.comparing(Wish::point));
        return wishes;
    }

    /** Asks for all values of a scene, one command each. */
    public List<Asked> play(Actor by, String origin, int id, String reason, @Nullable String ticket) {
        return commands.requestAll(by, origin, wishes(id, reason, ticket));
    }

    private Scene existing(int id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no scene " + id + "."));
    }

    private void require(Actor by, Scene scene) {
        if (!scene.values().keySet().stream().allMatch(point -> rights.may(by, Right.COMMAND, point))) {
            throw new AccessDeniedException(by.name() + " may not command all outputs of this scene.");
        }
    }
}
