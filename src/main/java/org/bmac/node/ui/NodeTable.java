package org.bmac.node.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bmac.node.NodeFacts;

/** Nodes, one a row; on a narrow page each is a card. Rows are used again, so that what stays the same costs nothing. */
class NodeTable extends NativeTable {
    private final List<NodeRow> rows = new ArrayList<>();

    NodeTable() {
        addClassName("node-table");
        getElement().setAttribute("aria-label", "Nodes");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Node", "State", "Place", "Dialect", "Modules", "Trouble")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        getHead().add(header);
    }

    void show(List<NodeFacts> nodes, Instant now) {
        while (rows.size() > nodes.size()) {
            getBody().remove(rows.removeLast());
        }
        while (rows.size() < nodes.size()) {
            NodeRow row = new NodeRow();
            rows.add(row);
            getBody().add(row);
        }
        for (int i = 0; i < nodes.size(); i++) {
            rows.get(i).show(nodes.get(i), now);
        }
        setVisible(!nodes.isEmpty());
    }
}
