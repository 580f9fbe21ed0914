package org.bmac.command.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Point;
import org.bmac.command.Confirmation;
import org.bmac.command.OutputRules;

/** One output with its rules in words. */
class OutputLine extends NativeTableRow {

    /**
     * An output in words.
     *
     * @param floor empty while it is unplaced
     * @param guards in words; empty when there are none
     */
    record Output(Point point, String floor, String place, String confirmation, String guards) {
        static Output of(Point point, OutputRules rules, Building seen) {
            String floor = point.placement() == null
                    ? ""
                    : seen.floor(point.placement().floor()).map(Floor::name).orElse("");
            OutputRules unconfirmed = new OutputRules(Confirmation.NONE, rules.guards(), rules.otherwise());
            String guards = unconfirmed.equals(OutputRules.NONE) ? "" : unconfirmed.words(seen);
            return new Output(
                    point, floor, seen.placeOf(point), rules.confirmation().label(), guards);
        }

        /** All that can be looked for, in lower case. */
        String words() {
            return String.join(" ", point.label(), point.kind().label(), place, floor, confirmation, guards)
                    .toLowerCase(Locale.ROOT);
        }

        /** Such as "0.01 Foyer, Ground floor". */
        String where() {
            return Stream.of(place, floor)
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    OutputLine(Output output, Consumer<Point> open) {
        Button change = new Button("Change…", _ -> open.accept(output.point()));
        change.setAriaLabel("Change the rules of " + output.point().label() + ", " + output.place());
        cell("Output", new Span(output.point().label()));
        cell("Place", new Span(output.where()));
        cell("Confirmation", words(output.confirmation()));
        cell("Rules", words(output.guards().isEmpty() ? "None" : output.guards()));
        cell("", change);
    }

    private static Span words(String words) {
        Span span = new Span(words);
        span.setClassName("quiet", words.equals("None"));
        return span;
    }

    private void cell(String heading, Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.getElement().setAttribute("data-heading", heading);
        cell.add(content);
        add(cell);
    }
}
