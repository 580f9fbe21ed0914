package org.bmac.exchange.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.exchange.Busy;
import org.bmac.exchange.Detail;
import org.bmac.exchange.Export;
import org.bmac.exchange.Exports;
import org.bmac.exchange.Form;
import org.bmac.exchange.Imports;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Takes the past away as a file: of which points, of which time, how finely, and as what. */
@Route("export")
@PageTitle("Export · BMaC")
@Menu(title = "Export", order = 27, icon = "export")
@RolesAllowed("VIEWER")
class ExportView extends Div implements BeforeEnterObserver {
    private static final int MOST_NAMED = 1_000;

    private final Exports exports;
    private final Actor actor;
    private final String origin = Origin.here();
    private final PlaceFields place;
    private final TimeFields time;
    private final Select<Detail> detail = new Select<>();
    private final Select<Form> form = new Select<>();
    private final Paragraph estimate = new Paragraph();
    private final Anchor download = new Anchor(this::download, AttachmentType.DOWNLOAD, "Download");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Export export;

    ExportView(Exports exports, Imports imports, Rights rights, SignedIn signedIn, Clock clock) {
        this.exports = exports;
        this.actor = signedIn.actor().orElseThrow();
        Building building = rights.seen(actor);
        place = new PlaceFields(building, this::changed);
        time = new TimeFields(clock, () -> exports.since(actor, place.selection()), this::changed);
        addClassName("exchange-page");
        choices();
        estimate.addClassName("exchange-estimate");
        estimate.getElement().setAttribute("role", "status");
        download.addClassName("exchange-download");
        Div how = new Div(detail, form);
        how.addClassName("exchange-how");
        Div end = new Div(download, estimate);
        end.addClassName("exchange-end");
        Div card = new Div(place, time, how, end);
        card.addClassName("exchange-card");
        add(
                new H1("Export"),
                new Paragraph("What points reported, as a file: of all that you may see, or of what you choose."),
                card);
        if (actor.may(Role.ENGINEER)) {
            add(new ImportCard(imports, actor, building::wordsOf));
        }
    }

    private void choices() {
        detail.setLabel("How finely");
        detail.setItems(Stream.<Detail>concat(
                        Stream.of(new Detail.Readings()),
                        Arrays.stream(Detail.Step.values()).map(Detail.Every::new))
                .toList());
        detail.setItemLabelGenerator(each -> start(each.words()));
        detail.setValue(new Detail.Readings());
        detail.addValueChangeListener(_ -> changed());
        form.setLabel("As");
        form.setItems(Form.values());
        form.setItemLabelGenerator(Form::label);
        form.setValue(Form.CSV);
        form.addValueChangeListener(_ -> changed());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        place.choose(points(query));
        time.show(query);
        changed();
    }

    /** What cannot be understood is as if it were not said. */
    private static Set<PointId> points(QueryParameters query) {
        return query.getParameters("point").stream()
                .flatMap(text -> Stream.of(text.split(",", MOST_NAMED)))
                .filter(number -> number.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .filter(number -> number <= PointId.MOST)
                .map(PointId::new)
                .collect(Collectors.toSet());
    }

    private void changed() {
        int question = asked.incrementAndGet();
        try {
            TimeFields.Times times = time.times();
            Export wanted =
                    exports.of(actor, place.selection(), times.from(), times.to(), detail.getValue(), form.getValue());
            export = wanted;
            download.setVisible(!wanted.points().isEmpty());
            if (wanted.points().isEmpty()) {
                estimate.setText("There is no point.");
            } else {
                estimate.setText("Counting …");
                UI ui = UI.getCurrent();
                Thread.ofVirtual().name("export estimate").start(() -> count(ui, question, wanted));
            }
        } catch (IllegalArgumentException e) {
            download.setVisible(false);
            estimate.setText(e.getMessage());
        }
    }

    /** Only the answer to the last question is shown. */
    private void count(UI ui, int question, Export wanted) {
        String words = words(exports.estimate(wanted), wanted);
        var _ = ui.access(() -> {
            if (asked.get() == question) {
                estimate.setText(words);
            }
        });
    }

    /** For people, in English. */
    static String words(long rows, Export wanted) {
        boolean single = wanted.detail() instanceof Detail.Readings;
        int points = wanted.points().size();
        String of = " of " + (points == 1 ? "1 point" : points + " points");
        if (rows == 0) {
            return "Nothing is kept" + of + " in this time" + (single ? " reading by reading." : ".");
        }
        String what = single ? "reading" : "row";
        return String.format(Locale.ENGLISH, "About %,d %s%s%s.", rows, what, rows == 1 ? "" : "s", of);
    }

    private static String start(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }

    /** On the thread of the request: what is exported is as long as it is. */
    private void download(DownloadEvent event) throws IOException {
        Export wanted = export;
        if (wanted == null) {
            return;
        }
        event.setFileName(wanted.fileName());
        event.setContentType(wanted.form().type());
        try {
            exports.write(wanted, origin, event.getOutputStream());
        } catch (Busy busy) {
            event.getResponse().sendError(503, String.valueOf(busy.getMessage()));
        }
    }
}
