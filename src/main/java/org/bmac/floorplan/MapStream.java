package org.bmac.floorplan;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bmac.access.AccessChanged;
import org.bmac.broker.Broker;
import org.bmac.broker.LinkChanged;
import org.bmac.building.BuildingChanged;
import org.bmac.command.Command;
import org.bmac.command.CommandChanged;
import org.bmac.command.RequestChanged;
import org.bmac.command.RequestForgotten;
import org.bmac.command.StackChanged;
import org.bmac.command.Stage;
import org.bmac.history.History;
import org.bmac.live.Live;
import org.bmac.point.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** The values of the map, pushed to every browser that looks at it, at the pace at which it draws them. */
@Component
class MapStream extends TextWebSocketHandler {
    private static final Logger log = LoggerFactory.getLogger(MapStream.class);
    private static final int MOST_SCREENS = 1_000;
    private static final int LONGEST_WORD = 256;

    private final Feed feed;
    private final Sight sight;
    private final Map<WebSocketSession, Screen> screens = new ConcurrentHashMap<>();

    MapStream(Live live, Broker broker, History history, Model model, Controls controls, Sight sight, Clock clock) {
        this.feed = new Feed(
                live,
                broker::link,
                () -> history.keeping().roughly(),
                model::version,
                new Fragments(),
                controls,
                new Tempo(),
                clock);
        this.sight = sight;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (screens.size() >= MOST_SCREENS) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        session.setTextMessageSizeLimit(LONGEST_WORD);
        session.setBinaryMessageSizeLimit(LONGEST_WORD);
        Screen screen = new Screen(
                feed,
                text -> session.sendMessage(new TextMessage(text)),
                sight.of(session.getPrincipal()),
                sight.asks(session.getPrincipal()));
        screens.put(session, screen);
        feed.tempo().opened();
        Thread.ofVirtual().name("screen " + session.getId()).start(() -> serve(session, screen));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Screen screen = screens.get(session);
        if (screen != null) {
            screen.said(ClientWord.of(message.getPayload()));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Screen screen = screens.remove(session);
        if (screen != null) {
            feed.tempo().closed();
            screen.close();
        }
    }

    /** Ends the streams of a session that has ended: signed out, or expired. */
    void end(String httpSession) {
        screens.forEach((session, _) -> {
            if (httpSession.equals(
                    session.getAttributes().get(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME))) {
                close(session, CloseStatus.POLICY_VIOLATION.withReason("signed out"));
            }
        });
    }

    /** What somebody sees begins anew when it may be more or less than before: the page comes back by itself. */
    @EventListener
    void on(AccessChanged changed) {
        screens.forEach((session, _) -> {
            if (Sight.belongs(session.getPrincipal(), changed.user())) {
                close(session, CloseStatus.SERVICE_RESTARTED.withReason("rights changed"));
            }
        });
    }

    @EventListener
    void on(LinkChanged changed) {
        screens.values().forEach(Screen::wake);
    }

    @EventListener
    void on(BuildingChanged changed) {
        feed.fragments().clear();
        screens.values().forEach(Screen::wake);
    }

    @EventListener
    void on(CommandChanged changed) {
        Command command = changed.command();
        tell(command.point(), news -> {
            if (command.stage() instanceof Stage.Ended end) {
                news.ended(command, end);
            }
        });
    }

    @EventListener
    void on(StackChanged changed) {
        tell(changed.point(), _ -> {});
    }

    @EventListener
    void on(RequestChanged changed) {
        screens.values().forEach(screen -> {
            screen.control().changed(changed.request());
            screen.wake();
        });
    }

    @EventListener
    void on(RequestForgotten forgotten) {
        screens.values().forEach(screen -> {
            screen.control().forgotten(forgotten.request());
            screen.wake();
        });
    }

    private void tell(PointId point, Consumer<ControlNews> more) {
        feed.controls().changed(point);
        screens.values().forEach(screen -> {
            screen.control().changed(point);
            more.accept(screen.control());
            screen.wake();
        });
    }

    private void serve(WebSocketSession session, Screen screen) {
        try {
            screen.serve();
        } catch (IOException | RuntimeException e) {
            log.debug("a screen could not be sent to and is closed", e);
            close(session, CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    private static void close(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            log.debug("a screen could not be closed", e);
        }
    }
}
