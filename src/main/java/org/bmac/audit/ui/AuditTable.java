package org.bmac.audit.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;
import org.bmac.audit.Row;

/** Rows of the audit; on a narrow page each is a card. */
class AuditTable extends NativeTable {
    private int size;

    AuditTable() {
        addClassName("audit-table");
        getElement().setAttribute("aria-label", "Rows of the audit");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Time", "Who", "What", "About", "Wanted", "Outcome")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        getHead().add(header);
    }

    void clear() {
        getBody().removeAll();
        size = 0;
    }

    void append(List<Row> rows) {
        rows.stream().map(AuditLine::new).forEach(getBody()::add);
        size += rows.size();
    }

    int size() {
        return size;
    }
}
