package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** An element that asks to move outputs, and wants an answer to each question. It moves nothing by itself. */
public abstract class Answering extends Component {

    /** Answers the question with this number. */
    public void answer(int ask, ObjectNode reply) {
        getElement().callJsFunction("answer", ask, reply);
    }

    /** Calls for each question of this type, and gives back what is returned. */
    public <Q extends Question> Registration on(Class<Q> type, Function<Q, ObjectNode> reply) {
        return addListener(type, question -> answer(question.ask(), reply.apply(question)));
    }
}
