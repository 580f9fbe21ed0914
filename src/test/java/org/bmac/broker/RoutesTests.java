package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTests {
    private final Routes routes = new Routes();
    private final Receiver all = (_, _) -> {};
    private final Receiver one = (_, _) -> {};

    @Test
    void everyMatchingReceiverIsFound() {
        routes.add("a/#", all);
        routes.add("a/b", one);
        assertThat(routes.receivers("a/b", List.of())).containsExactly(all, one);
        assertThat(routes.receivers("a/c", List.of())).containsExactly(all);
        assertThat(routes.receivers("c", List.of())).isEmpty();
    }

    @Test
    void numberOfTheBrokerNarrowsToItsSubscription() {
        routes.add("a/#", all);
        routes.add("a/b", one);
        assertThat(routes.receivers("a/b", List.of(Routes.number("a/#")))).containsExactly(all);
        assertThat(routes.receivers("a/b", List.of(Routes.number("a/b"), Routes.number("a/#"))))
                .containsExactly(all, one);
    }

    @Test
    void numberThatNobodyKnowsIsIgnored() {
        routes.add("a/#", all);
        assertThat(routes.receivers("a/b", List.of(7))).containsExactly(all);
    }

    @Test
    void laterSubscriptionIsFoundForATopicThatWasAskedBefore() {
        routes.add("a/#", all);
        assertThat(routes.receivers("a/b", List.of())).containsExactly(all);
        routes.add("a/b", one);
        assertThat(routes.receivers("a/b", List.of())).containsExactly(all, one);
        assertThat(routes.filters()).containsExactly("a/#", "a/b");
    }

    @Test
    void numberOfASubscriptionIsOneThatTheProtocolAllows() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(Routes.number("filter/" + i)).isBetween(1, 268_435_455);
        }
    }
}
