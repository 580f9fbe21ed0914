package org.bmac.bench;

import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Clients of the map's stream that say "drawn" as soon as they have a message, as many browsers would. */
final class OtherScreens implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<WebSocket> sockets = new ArrayList<>();

    static OtherScreens open(Program program, List<Cookie> cookies, int count) {
        OtherScreens screens = new OtherScreens();
        String cookie =
                cookies.stream().map(each -> each.name + "=" + each.value).collect(Collectors.joining("; "));
        URI address = URI.create("ws://127.0.0.1:" + program.port + "/stream/map");
        for (int i = 0; i < count; i++) {
            screens.sockets.add(screens.http
                    .newWebSocketBuilder()
                    .header("Cookie", cookie)
                    .header("Origin", program.page("").toString())
                    .buildAsync(address, new Screen())
                    .join());
        }
        return screens;
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
        http.close();
    }

    private static final class Screen implements WebSocket.Listener {
        private static final Pattern SEQUENCE = Pattern.compile("\"seq\":(\\d+)");
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                Matcher found = SEQUENCE.matcher(text);
                if (found.find()) {
                    var _ = socket.sendText("{\"drawn\":" + found.group(1) + "}", true);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
