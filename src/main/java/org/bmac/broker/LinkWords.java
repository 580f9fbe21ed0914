package org.bmac.broker;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** Why a link is down, in words for people. */
final class LinkWords {
    private LinkWords() {}

    static String of(Throwable failure, BrokerUrl url) {
        String where = url.host() + ":" + url.port();
        return switch (root(failure)) {
            case UnknownHostException _ -> "the host name " + url.host() + " is not known";
            case SocketTimeoutException _ -> "no answer from " + where;
            case ConnectException _ -> "nobody listens at " + where;
            case NoRouteToHostException _ -> where + " cannot be reached";
            case SSLException tls -> "no TLS with " + where + ": " + tls.getMessage();
            case EOFException _ -> "the broker closed the connection";
            case SocketException _ -> "the connection to " + where + " broke";
            case MqttException mqtt -> ofReason(mqtt.getReasonCode(), where);
            case Throwable other -> "the connection to " + where + " failed: " + other.getMessage();
        };
    }

    /** @param code of MQTT (128 and above) or of the client library (32000 and above) */
    static String ofReason(int code, String where) {
        return switch (code) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD -> "the broker refuses the user name or password";
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED, MqttReturnCode.RETURN_CODE_BANNED ->
                "the broker does not let us in";
            case MqttReturnCode.RETURN_CODE_IDENTIFIER_NOT_VALID -> "the broker refuses our client id";
            case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION -> "the broker does not speak MQTT 5";
            case MqttReturnCode.RETURN_CODE_SERVER_UNAVAILABLE, MqttReturnCode.RETURN_CODE_SERVER_BUSY ->
                "the broker is busy";
            case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN -> "the broker shuts down";
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER -> "another client uses our client id";
            case MqttReturnCode.RETURN_CODE_ADMINISTRITIVE_ACTION -> "the broker's administrator ended the connection";
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT,
                    MqttClientException.REASON_CODE_WRITE_TIMEOUT,
                    MqttReturnCode.RETURN_CODE_KEEP_ALIVE_TIMEOUT -> "no answer from " + where;
            case MqttClientException.REASON_CODE_CONNECTION_LOST -> "the broker closed the connection";
            default -> "the connection to " + where + " ended (code " + code + ")";
        };
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
