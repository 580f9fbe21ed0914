package org.bmac.floorplan;

import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.command.Part;
import org.bmac.command.Request;

/** What somebody has to do with what waits for a second person; asked often, on any thread. */
interface Asks {
    /** Nobody has a part in nothing. */
    Asks NONE = new Asks() {
        @Override
        public Part part(Request request) {
            return Part.NOBODY;
        }

        @Override
        public boolean concerns(Request request) {
            return false;
        }
    };

    static Asks of(Actor actor, Rights rights) {
        return new Asks() {
            @Override
            public Part part(Request request) {
                return request.part(actor, rights);
            }

            @Override
            public boolean concerns(Request request) {
                return request.concerns(actor);
            }
        };
    }

    Part part(Request request);

    /** Whether that one has asked or answered it. */
    boolean concerns(Request request);
}
