package org.bmac.audit;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.bmac.access.AccessChanged;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.GrantsChanged;
import org.bmac.access.SignedIn;
import org.bmac.access.TokenMade;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.building.Building;
import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.bmac.certificate.CertificateChanged;
import org.bmac.cnc.CncChanged;
import org.bmac.command.RulesChanged;
import org.bmac.command.Scene;
import org.bmac.command.SceneChanged;
import org.bmac.editor.PlanPublished;
import org.bmac.exchange.Exchanged;
import org.bmac.firmware.FirmwareChanged;
import org.bmac.node.NodeTended;
import org.bmac.transfer.Transferred;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Writes down what happens besides commands: who comes and goes, and who changes how the building works. */
@Component
class Witness {
    private final Audit audit;
    private final Unheard unheard;
    private final Users users;
    private final Buildings buildings;
    private final Clock clock;
    private Building building;

    Witness(Audit audit, Unheard unheard, Users users, Buildings buildings, Clock clock) {
        this.audit = audit;
        this.unheard = unheard;
        this.users = users;
        this.buildings = buildings;
        this.clock = clock;
        this.building = buildings.current();
    }

    @EventListener
    void on(RulesChanged changed) {
        Building now = buildings.current();
        String words =
                changed.after().words(now) + "; before: " + changed.before().words(now);
        audit.add(by(changed.by(), changed.origin(), What.RULES, words)
                .on(changed.point().number(), now.wordsOf(changed.point())));
    }

    @EventListener
    void on(SceneChanged changed) {
        Scene scene = Objects.requireNonNull(changed.after() == null ? changed.before() : changed.after());
        String what = changed.after() == null ? " was removed" : changed.before() == null ? " is new" : " was changed";
        audit.add(by(changed.by(), changed.origin(), What.SCENE, "The scene " + scene.name() + what + "."));
    }

    /** Who it was, the building does not say. */
    @EventListener
    synchronized void on(BuildingChanged changed) {
        Building now = buildings.current();
        String words = Difference.words(building, now);
        building = now;
        if (!words.isEmpty()) {
            add(What.BUILDING, "", "", "", words);
        }
    }

    @EventListener
    void on(PlanPublished published) {
        String words = "Published plans. " + String.join(" ", published.words());
        audit.add(by(published.by(), published.origin(), What.BUILDING, words));
    }

    @EventListener
    void on(CncChanged changed) {
        audit.add(by(changed.by(), changed.origin(), What.BUILDING, changed.words()));
    }

    @EventListener
    void on(NodeTended tended) {
        String node = tended.node().isEmpty() ? "All nodes" : tended.node();
        audit.add(by(tended.by(), tended.origin(), What.NODE, node + ": " + tended.words())
                .sending(tended.sent()));
    }

    @EventListener
    void on(CertificateChanged changed) {
        audit.add(by(changed.by(), changed.origin(), What.CERTIFICATE, changed.words()));
    }

    @EventListener
    void on(FirmwareChanged changed) {
        audit.add(by(changed.by(), changed.origin(), What.NODE, changed.words()));
    }

    @EventListener
    void on(GrantsChanged changed) {
        Building now = buildings.current();
        String words = changed.user().name() + " " + Grant.words(changed.after(), now) + "; before: "
                + Grant.words(changed.before(), now);
        audit.add(by(changed.by(), changed.origin(), What.ACCESS, words));
    }

    @EventListener
    void on(AccessChanged changed) {
        if (changed.how() == AccessChanged.How.GRANTS) {
            return; // the row of GrantsChanged says more
        }
        String who = users.find(changed.user()).map(Witness::words).orElse("A user who is gone");
        audit.add(by(changed.by(), "", What.ACCESS, who + " " + changed.how().words() + "."));
    }

    @EventListener
    void on(TokenMade made) {
        String words = made.by().name() + " (" + made.by().role().code() + ") made the token " + made.label() + " ("
                + made.role().code() + ").";
        audit.add(by(made.by(), "", What.ACCESS, words));
    }

    @EventListener
    void on(Exchanged exchanged) {
        What what = exchanged.in() ? What.IMPORT : What.EXPORT;
        audit.add(by(exchanged.by(), exchanged.origin(), what, exchanged.words()));
    }

    @EventListener
    void on(Transferred transferred) {
        What what = transferred.in() ? What.IMPORT : What.EXPORT;
        audit.add(by(transferred.by(), transferred.origin(), what, transferred.words()));
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        audit.add(entry(What.SIGN_IN, event.getAuthentication(), ""));
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        Entry entry = entry(
                What.SIGN_IN_FAILED,
                event.getAuthentication(),
                event.getException().getMessage());
        if (event.getException() instanceof BadCredentialsException) {
            audit.add(entry);
        } else {
            unheard.add(entry);
        }
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        audit.add(entry(What.SIGN_OUT, event.getAuthentication(), ""));
    }

    private static String words(User user) {
        return user.name() + " (" + user.role().code() + ")";
    }

    private Entry entry(What what, Authentication who, @Nullable String reason) {
        Optional<Actor> actor = SignedIn.actor(who);
        String origin = who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return Entry.of(
                clock.instant(),
                what,
                actor.map(Actor::name).orElseGet(who::getName),
                actor.map(known -> known.role().code()).orElse(""),
                Objects.requireNonNullElse(origin, ""),
                Objects.requireNonNullElse(reason, ""));
    }

    private void add(What what, String actor, String role, String origin, String reason) {
        audit.add(Entry.of(clock.instant(), what, actor, role, origin, reason));
    }

    private Entry by(Actor actor, String origin, What what, String reason) {
        return Entry.of(clock.instant(), what, actor.name(), actor.role().code(), origin, reason);
    }
}
