package org.bmac.firmware.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.bmac.access.Actor;
import org.bmac.building.Dialect;
import org.bmac.firmware.Board;
import org.bmac.firmware.Correction;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.Images;
import org.springframework.security.access.AccessDeniedException;

/** Says otherwise which version an image is, what it is for, and what is noted of it. */
class CorrectionForm extends Div {
    private final Images images;
    private final Actor actor;
    private final FirmwareImage image;
    private final TextField version = new TextField("Version, as nodes say it");
    private final Select<Dialect> dialect = new Select<>();
    private final Select<Board> board = new Select<>();
    private final TextField notes = new TextField("Notes");
    private final Paragraph said = new Paragraph();
    private final Runnable done;

    /** @param done is told when it is corrected, or nobody wants that any more */
    CorrectionForm(Images images, Actor actor, FirmwareImage image, Runnable done) {
        this.images = images;
        this.actor = actor;
        this.image = image;
        this.done = done;
        addClassName("firmware-card");
        said.getElement().setAttribute("role", "status");
        said.addClassName("firmware-wrong");
        version.setValue(image.version());
        notes.setValue(image.notes());
        dialect.setLabel("For nodes that speak");
        dialect.setItems(Dialect.values());
        dialect.setItemLabelGenerator(Words::dialect);
        dialect.setValue(image.dialect());
        board.setLabel("Runs on");
        board.setItems(Board.values());
        board.setItemLabelGenerator(Board::label);
        board.setValue(image.board());
        Button correct = new Button("Save", _ -> correct());
        correct.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(version, dialect, board, notes);
        fields.addClassName("firmware-fields");
        Div end = new Div(correct, new Button("Cancel", _ -> done.run()), said);
        end.addClassName("firmware-end");
        add(
                new H2("Correct " + image.words()),
                new Paragraph("The file itself stays as it is. Roll-outs from now on wait for this version."),
                fields,
                end);
    }

    private void correct() {
        try {
            images.correct(
                    actor,
                    Origin.here(),
                    image.id(),
                    new Correction(version.getValue(), board.getValue(), dialect.getValue(), notes.getValue()));
            done.run();
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            said.setText(refusal.getMessage());
        }
    }
}
