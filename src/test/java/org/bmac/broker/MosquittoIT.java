package org.bmac.broker;

import org.junit.jupiter.api.extension.RegisterExtension;

class MosquittoIT extends BrokerContract {
    @RegisterExtension
    static final Mosquitto MOSQUITTO = new Mosquitto();

    @Override
    World open() {
        return new RealWorld(MOSQUITTO.uri());
    }
}
