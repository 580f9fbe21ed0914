package org.bmac.command;

import java.util.concurrent.CompletableFuture;
import org.bmac.building.Point;
import org.bmac.node.Delivery;
import org.bmac.node.Transcript;
import org.jspecify.annotations.Nullable;

/** A command that has no outcome yet. All but {@link #end()} only under the lock of {@link Outputs}. */
final class UnderWay {
    private final Point point;
    private final @Nullable Slot slot;
    private final @Nullable Slot before;
    private final CompletableFuture<Command> end = new CompletableFuture<>();
    private Command command;
    private @Nullable Delivery delivery;
    private boolean over;
    private boolean disturbed;

    /**
     * @param slot what it holds; null when it holds nothing
     * @param before what was held in its place
     */
    UnderWay(Command command, Point point, @Nullable Slot slot, @Nullable Slot before) {
        this.command = command;
        this.point = point;
        this.slot = slot;
        this.before = before;
    }

    Command command() {
        return command;
    }

    Point point() {
        return point;
    }

    @Nullable
    Slot slot() {
        return slot;
    }

    @Nullable
    Slot before() {
        return before;
    }

    CompletableFuture<Command> end() {
        return end;
    }

    /** It takes the place of something that has not arrived, so that what it replaces does not rule the output either. */
    void disturb() {
        disturbed = true;
    }

    boolean hasDisturbed() {
        return disturbed;
    }

    boolean isOver() {
        return over;
    }

    void delivered(Delivery made) {
        delivery = made;
    }

    void move(Stage stage) {
        command = command.in(stage);
        over = stage instanceof Stage.Ended;
    }

    Transcript withdraw() {
        return delivery == null ? Transcript.NONE : delivery.withdraw();
    }
}
