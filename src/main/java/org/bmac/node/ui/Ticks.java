package org.bmac.node.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets screens look again every two seconds: an effect that reads {@link #count()} runs again then. */
@Component
class Ticks {
    private final SharedNumberSignal ticks = new SharedNumberSignal();

    @Scheduled(fixedDelay = 2_000)
    void tick() {
        ticks.incrementBy(1);
    }

    Signal<Double> count() {
        return ticks;
    }
}
