package org.bmac.floorplan;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who signs out, or whose session expires, is not shown the map any longer. */
@Component
class EndedSessions implements HttpSessionListener {
    private final ObjectProvider<MapStream> stream;

    /** Asks for the stream only later, because the web server makes its listeners before all else. */
    EndedSessions(ObjectProvider<MapStream> stream) {
        this.stream = stream;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        stream.ifAvailable(each -> each.end(ended.getSession().getId()));
    }
}
