package org.bmac.simulator;

import java.net.URI;
import org.bmac.broker.Outgoing;

/** What the program in a node wants from its radio. */
sealed interface Effect {
    record Publish(Outgoing message) implements Effect {}

    record Subscribe(String filter, int qos) implements Effect {}

    /** The node fetches its firmware; what it got it is told by {@link Machine#fetched}. */
    record Fetch() implements Effect {}

    /** The same from where it was told to. */
    record FetchFrom(URI image) implements Effect {}

    /** The node restarts, or has crashed: the connection breaks without a word, and all begins anew. */
    record Restart() implements Effect {}
}
