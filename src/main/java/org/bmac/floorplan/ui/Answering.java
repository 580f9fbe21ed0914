package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.shared.Registration;
import tools.jackson.databind.node.ObjectNode;

/** An element that asks to move outputs, and wants an answer to each question. It moves nothing by itself. */
public abstract class Answering extends Component {

    /** Answers the question with this number. */
    public void answer(int ask, ObjectNode reply) {
        getElement().callJsFunction("answer", ask, reply);
    }

    /** Calls when outputs are to take values. */
    public Registration onPointCommand(ComponentEventListener<PointCommand> listener) {
        return addListener(PointCommand.class, listener);
    }

    /** Calls when values are to be confirmed before they are asked for. */
    public Registration onPointConfirm(ComponentEventListener<PointConfirm> listener) {
        return addListener(PointConfirm.class, listener);
    }

    /** Calls when overrides are to be let go of. */
    public Registration onPointRelease(ComponentEventListener<PointRelease> listener) {
        return addListener(PointRelease.class, listener);
    }

    /** Calls when somebody wants to know what went to a node and came back. */
    public Registration onCommandDetails(ComponentEventListener<CommandDetails> listener) {
        return addListener(CommandDetails.class, listener);
    }

    /** Calls when somebody agrees as the second person. */
    public Registration onTicketAgree(ComponentEventListener<TicketAgree> listener) {
        return addListener(TicketAgree.class, listener);
    }
}
