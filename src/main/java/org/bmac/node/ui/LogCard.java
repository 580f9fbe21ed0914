package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.building.NodeId;
import org.bmac.node.LogLevel;
import org.bmac.node.LogLine;
import org.bmac.node.NodeLog;

/** What a node has written in its log, newest first. */
class LogCard extends Card {
    static final int PAGE = 50;

    private final NodeLog log;
    private final Actor actor;
    private final NodeId node;
    private final TextField words = new TextField("Find in the log");
    private final Select<LogLevel> level = new Select<>();
    private final Paragraph summary = new Paragraph();
    private final LogTable table = new LogTable();
    private final Button older = new Button("Show older lines", _ -> older());
    private long newest = -1;
    private long below = Long.MAX_VALUE;
    private boolean paged;

    LogCard(NodeLog log, Actor actor, NodeId node) {
        super("Log");
        this.log = log;
        this.actor = actor;
        this.node = node;
        summary.getElement().setAttribute("role", "status");
        add(filter(), summary, table, older);
    }

    private Div filter() {
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setClearButtonVisible(true);
        words.setMaxLength(100);
        words.addValueChangeListener(_ -> again());
        level.setLabel("At least");
        level.setItems(LogLevel.values());
        level.setItemLabelGenerator(LogTable::words);
        level.setValue(LogLevel.EXTRA_TRACE);
        level.addValueChangeListener(_ -> again());
        Div filter = new Div(words, level, new Button("Refresh", _ -> again()));
        filter.addClassName("nodes-filter");
        return filter;
    }

    /** Shows new lines, unless somebody is reading older ones. */
    void look() {
        if (!paged && log.newest(node) != newest) {
            again();
        }
    }

    private void again() {
        paged = false;
        below = Long.MAX_VALUE;
        newest = log.newest(node);
        table.clear();
        more();
    }

    private void older() {
        paged = true;
        more();
    }

    private void more() {
        List<LogLine> lines = log.find(actor, node, words.getValue().strip(), level.getValue(), below, PAGE);
        table.append(lines);
        if (!lines.isEmpty()) {
            below = lines.getLast().number();
        }
        older.setVisible(lines.size() == PAGE);
        table.setVisible(table.size() > 0);
        summary.setText(summary());
    }

    private String summary() {
        if (table.size() > 0) {
            return Moments.count(table.size(), "line") + ", newest first. The newest " + NodeLog.MOST_OF_ONE
                    + " are kept.";
        }
        return newest == 0 ? "It has written nothing yet." : "No line fits.";
    }
}
