package org.bmac.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is signed in on which screens, so that it can be ended from outside; ending one also closes its sockets. */
@Component
class Sessions {
    /**
     * How long a screen that says nothing stays signed in: a working day, so that a tablet may sleep. A page that is open
     * speaks every five minutes, so one that stays open, such as a wall display, stays signed in.
     */
    static final Duration SILENCE = Duration.ofHours(10);

    private static final String ATTRIBUTE = Sessions.class.getName();

    private final Set<Open> open = ConcurrentHashMap.newKeySet();

    /** The user has just signed in with this session. */
    void begin(HttpSession session, UserId user) {
        session.setMaxInactiveInterval((int) SILENCE.toSeconds());
        session.setAttribute(ATTRIBUTE, new Open(user, session));
    }

    /**
     * Ends the sessions of a user.
     *
     * @param kept the id of one that goes on, or null
     */
    void end(UserId user, @Nullable String kept) {
        for (Open each : open) {
            if (each.user.equals(user) && !each.session.getId().equals(kept)) {
                each.invalidate();
            }
        }
    }

    /** Ends this session if somebody has signed in with it, and says whether that was so, or it has ended just now. */
    boolean end(HttpSession session) {
        try {
            if (session.getAttribute(ATTRIBUTE) instanceof Open begun) {
                begun.invalidate();
                return true;
            }
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    int count(UserId user) {
        return (int) open.stream().filter(each -> each.user.equals(user)).count();
    }

    private final class Open implements HttpSessionBindingListener {
        private final UserId user;
        private final HttpSession session;

        Open(UserId user, HttpSession session) {
            this.user = user;
            this.session = session;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.remove(this);
        }

        void invalidate() {
            try {
                session.invalidate();
            } catch (IllegalStateException _) {
                open.remove(this); // it ended by itself in between
            }
        }
    }
}
