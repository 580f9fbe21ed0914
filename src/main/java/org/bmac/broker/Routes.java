package org.bmac.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who is given which message. A subscription carries a number that the broker puts on each message it sends because of
 * it: overlapping filters are told apart by it. What was found for a topic is kept, since topics come again and again.
 */
final class Routes {
    /** The number of a subscription is made of its filter, so that a session kept by the broker fits a later process. */
    private static final int NUMBER_MASK = 0x0fff_ffff;

    private static final int KEPT = 20_000;

    private record Question(String topic, List<Integer> numbers) {}

    private final Map<String, List<Receiver>> routes = new LinkedHashMap<>();
    private final Map<Question, List<Receiver>> found = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when the filter is malformed */
    synchronized void add(String filter, Receiver receiver) {
        routes.computeIfAbsent(TopicFilter.checked(filter), _ -> new ArrayList<>())
                .add(receiver);
        found.clear();
    }

    /** All filters in the order in which they were first asked for. */
    synchronized List<String> filters() {
        return List.copyOf(routes.keySet());
    }

    /** The number under which we subscribe to a filter. */
    static int number(String filter) {
        return Math.max(1, filter.hashCode() & NUMBER_MASK);
    }

    /**
     * Everybody whose filter matches the topic and has one of the numbers; all that match when the broker gave none, or
     * none that is known.
     */
    List<Receiver> receivers(String topic, List<Integer> numbers) {
        Question question = new Question(topic, numbers);
        List<Receiver> known = found.get(question);
        return known != null ? known : find(question);
    }

    private synchronized List<Receiver> find(Question question) {
        List<Receiver> chosen =
                matching(question.topic(), filter -> question.numbers().contains(number(filter)));
        List<Receiver> result = chosen.isEmpty() ? matching(question.topic(), _ -> true) : chosen;
        if (found.size() >= KEPT) {
            found.clear();
        }
        found.put(question, result);
        return result;
    }

    private List<Receiver> matching(String topic, Predicate<String> wanted) {
        return routes.entrySet().stream()
                .filter(route -> wanted.test(route.getKey()) && TopicFilter.matches(route.getKey(), topic))
                .flatMap(route -> route.getValue().stream())
                .toList();
    }
}
