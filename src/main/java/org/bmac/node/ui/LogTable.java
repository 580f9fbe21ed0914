package org.bmac.node.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bmac.node.LogLevel;
import org.bmac.node.LogLine;

/** Lines of a log. */
class LogTable extends NativeTable {
    private int size;

    LogTable() {
        addClassName("log-table");
        getElement().setAttribute("aria-label", "Lines of the log");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Time", "Level", "Text").map(NativeTableHeaderCell::new).forEach(header::add);
        getHead().add(header);
    }

    /** Such as "Extra trace". */
    static String words(LogLevel level) {
        String word = level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    void clear() {
        getBody().removeAll();
        size = 0;
    }

    void append(List<LogLine> lines) {
        lines.stream().map(LogTable::row).forEach(getBody()::add);
        size += lines.size();
    }

    int size() {
        return size;
    }

    private static NativeTableRow row(LogLine line) {
        NativeTableRow row = new NativeTableRow();
        row.getElement().setAttribute("data-level", line.level().name().toLowerCase(Locale.ROOT));
        row.add(cell("log-time", Moments.exact(line.at())));
        row.add(cell("log-level", words(line.level())));
        row.add(cell("log-text", line.text()));
        return row;
    }

    private static NativeTableCell cell(String name, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName(name);
        return cell;
    }
}
