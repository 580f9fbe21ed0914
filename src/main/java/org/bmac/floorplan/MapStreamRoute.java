package org.bmac.floorplan;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Puts the stream at {@code /stream/map}, for pages of the same origin only. Not by {@code @EnableWebSocket}: that would
 * also bring a task scheduler, and Spring Boot's own would then stay away.
 */
@Configuration(proxyBeanMethods = false)
class MapStreamRoute {
    private static final int BEFORE_OTHER_MAPPINGS = -1;

    @Bean
    WebSocketHandlerMapping mapStreamMapping(MapStream stream) {
        WebSocketHttpRequestHandler handler = new WebSocketHttpRequestHandler(stream, new Uncompressed());
        HttpSessionHandshakeInterceptor session = new HttpSessionHandshakeInterceptor(List.of());
        session.setCreateSession(false);
        handler.setHandshakeInterceptors(List.of(new OriginHandshakeInterceptor(), session));
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setOrder(BEFORE_OTHER_MAPPINGS);
        mapping.setUrlMap(Map.of("/stream/map", handler));
        return mapping;
    }

    /** Compressing many small messages for each screen anew would cost more than it saves. */
    private static final class Uncompressed extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
