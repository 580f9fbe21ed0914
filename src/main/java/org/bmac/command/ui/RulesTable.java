package org.bmac.command.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bmac.building.Point;

/** Outputs with their rules; on a narrow page each is a card. */
class RulesTable extends NativeTable {
    private final Consumer<Point> open;

    RulesTable(Consumer<Point> open) {
        this.open = open;
        addClassName("rules-table");
        getElement().setAttribute("aria-label", "Outputs and their rules");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Output", "Place", "Confirmation", "Rules", "")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        getHead().add(header);
    }

    void show(List<OutputLine.Output> outputs) {
        getBody().removeAll();
        outputs.stream().map(output -> new OutputLine(output, open)).forEach(getBody()::add);
    }
}
