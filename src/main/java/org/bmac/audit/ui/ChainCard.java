package org.bmac.audit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.DoubleConsumer;
import org.bmac.access.Actor;
import org.bmac.audit.Audit;
import org.bmac.audit.ChainCheck;

/** Has the chain checked, says how far that is, and in words what was found. */
class ChainCard extends Div {
    private static final double STEP = 0.01;

    private final Audit audit;
    private final Actor actor;
    private final Button check = new Button("Check the chain", _ -> check());
    private final ProgressBar progress = new ProgressBar();
    private final Span result = new Span();

    ChainCard(Audit audit, Actor actor) {
        this.audit = audit;
        this.actor = actor;
        addClassName("audit-chain");
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", "How much of the chain has been checked");
        result.addClassName("audit-chain-result");
        result.getElement().setAttribute("role", "status");
        check.setDisableOnClick(true);
        add(check, progress, result);
    }

    private void check() {
        UI ui = UI.getCurrent();
        progress.setValue(0);
        progress.setVisible(true);
        result.setText("");
        result.removeClassName("broken");
        Thread.ofVirtual().name("chain check").start(() -> run(ui));
    }

    private void run(UI ui) {
        try {
            ChainCheck found = audit.check(actor, inSteps(share -> tell(ui, () -> progress.setValue(share))));
            tell(ui, () -> end(words(found), !found.isWhole()));
        } catch (IllegalArgumentException busy) {
            tell(ui, () -> end(String.valueOf(busy.getMessage()), false));
        } catch (UIDetachedException _) {
            return; // whoever asked has gone, and so goes the check
        } catch (RuntimeException e) {
            tell(ui, () -> end("The check could not be done: " + e.getMessage(), true));
        }
    }

    private static void tell(UI ui, Runnable change) {
        var _ = ui.access(change::run);
    }

    /** One push for each hundredth is enough. */
    private static DoubleConsumer inSteps(DoubleConsumer each) {
        double[] last = {0};
        return share -> {
            if (share - last[0] >= STEP) {
                last[0] = share;
                each.accept(share);
            }
        };
    }

    private void end(String words, boolean broken) {
        result.setText(words);
        result.setClassName("broken", broken);
        progress.setVisible(false);
        check.setEnabled(true);
    }

    /** For people, in English. */
    static String words(ChainCheck found) {
        if (!found.isWhole()) {
            return "The chain is broken. " + found.why();
        }
        return found.rows() == 0
                ? "There is no row yet."
                : "The chain is whole: " + Texts.count(found.rows(), "row") + ", each as it was written.";
    }
}
