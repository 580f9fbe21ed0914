package org.bmac.node;

import org.bmac.broker.Message;

/** Both languages. */
final class Dialects {
    private Dialects() {}

    static NodeMessage decode(Message message) {
        return Bmac5Codec.speaks(message.topic()) ? Bmac5Codec.decode(message) : FirmwareCodec.decode(message);
    }
}
