package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkWordsTests {
    private static final BrokerUrl URL = BrokerUrl.parse("mqtt://ann:secret@broker.example:1884");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), "nobody listens at broker.example:1884"),
                Arguments.of(new UnknownHostException("x"), "the host name broker.example is not known"),
                Arguments.of(new SocketTimeoutException(), "no answer from broker.example:1884"),
                Arguments.of(new NoRouteToHostException(), "broker.example:1884 cannot be reached"),
                Arguments.of(new EOFException(), "the broker closed the connection"),
                Arguments.of(new SSLHandshakeException("bad"), "no TLS with broker.example:1884: bad"),
                Arguments.of(new MqttException(134), "the broker refuses the user name or password"),
                Arguments.of(new MqttException(135), "the broker does not let us in"),
                Arguments.of(new MqttException(142), "another client uses our client id"),
                Arguments.of(new MqttException(139), "the broker shuts down"),
                Arguments.of(new MqttException(32000), "no answer from broker.example:1884"),
                Arguments.of(new MqttException(151), "the connection to broker.example:1884 ended (code 151)"),
                Arguments.of(new IOException("odd"), "the connection to broker.example:1884 failed: odd"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("failures")
    void failureIsSaidInWordsForPeople(Exception failure, String words) {
        assertThat(LinkWords.of(failure, URL)).isEqualTo(words).doesNotContain("secret");
        if (!(failure instanceof MqttException)) {
            assertThat(LinkWords.of(new MqttException(32103, failure), URL)).isEqualTo(words);
        }
    }
}
