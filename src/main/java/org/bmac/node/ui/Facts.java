package org.bmac.node.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts with their names, which can be told anew. */
class Facts extends DescriptionList {
    private final Map<String, Span> values = new LinkedHashMap<>();

    Facts() {
        addClassName("node-facts");
    }

    void set(String name, String value) {
        values.computeIfAbsent(name, this::row).setText(value);
    }

    private Span row(String name) {
        Span value = new Span();
        add(new Term(name), new Description(value));
        return value;
    }
}
