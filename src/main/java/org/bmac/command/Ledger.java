package org.bmac.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.bmac.command.CommandRows.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what happens to commands, in the order in which it happened, many in one transaction when many wait; and does
 * afterwards, on the same thread, what may only be done when it is written. Offering never blocks.
 */
@Component
class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int BATCH = 500;
    private static final Page END = new Page(null, false, List.of(), () -> {}, () -> {});

    /** What is written together, and what is done then or when it cannot be written. */
    private record Page(
            @Nullable Command command, boolean first, List<Change> changes, Runnable then, Runnable otherwise) {
        boolean isBlank() {
            return command == null && changes.isEmpty();
        }
    }

    private final CommandRows rows;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final BlockingQueue<Page> queue = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;
    private volatile boolean closed;
    private boolean turning;

    Ledger(CommandRows rows, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    /** From now on a thread of its own writes; before that, and in tests that never call it, whoever offers does. */
    @PostConstruct
    void start() {
        thread = Thread.ofPlatform().daemon().name("commands").start(this::run);
    }

    /** Writes what waits, and ends. */
    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        queue.add(END);
        Thread running = thread;
        if (running != null) {
            running.join(5_000);
        }
    }

    /** A command that has just been asked for. */
    void begin(Command command, List<Change> changes, Runnable then, Runnable otherwise) {
        offer(new Page(command, true, changes, then, otherwise));
    }

    /** A command that has ended. */
    void end(Command command, List<Change> changes, Runnable then) {
        offer(new Page(command, false, changes, then, then));
    }

    /** No command, but something beside. */
    void note(Change change) {
        offer(new Page(null, false, List.of(change), () -> {}, () -> {}));
    }

    /** Nothing to write, but to be done behind what waits. */
    void then(Runnable action) {
        offer(new Page(null, false, List.of(), action, action));
    }

    private void offer(Page page) {
        queue.add(page);
        if (thread == null && !turning) {
            turning = true;
            try {
                for (Page next = queue.poll(); next != null; next = queue.poll()) {
                    turn(List.of(next));
                }
            } finally {
                turning = false;
            }
        }
    }

    private void run() {
        List<Page> batch = new ArrayList<>(BATCH);
        try {
            while (!closed || !queue.isEmpty()) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                turn(batch);
                batch.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing that goes wrong may end the thread: without it no command would ever move anything again. */
    private void turn(List<Page> pages) {
        try {
            write(pages);
            pages.forEach(page -> quietly(page.then()));
        } catch (RuntimeException | Error e) {
            if (pages.size() > 1) {
                pages.forEach(page -> turn(List.of(page)));
            } else {
                LOG.error("A command could not be written down", e);
                quietly(pages.getFirst().otherwise());
            }
        }
    }

    private void write(List<Page> pages) {
        List<Page> written = pages.stream().filter(page -> !page.isBlank()).toList();
        if (!written.isEmpty()) {
            transactions.executeWithoutResult(_ -> {
                rows.add(commands(written.stream().filter(Page::first)));
                rows.end(commands(written.stream().filter(page -> !page.first())));
                rows.write(written.stream()
                        .flatMap(page -> page.changes().stream())
                        .toList());
                events.publishEvent(new CommandsKept(commands(written.stream())));
            });
        }
    }

    private static List<Command> commands(Stream<Page> pages) {
        return pages.<Command>mapMulti((page, all) -> {
                    if (page.command() != null) {
                        all.accept(page.command());
                    }
                })
                .toList();
    }

    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.error("Somebody failed on the news of a command", e);
        }
    }
}
