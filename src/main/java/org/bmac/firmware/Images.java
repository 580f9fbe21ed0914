package org.bmac.firmware;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.node.Upgrades;
import org.bmac.point.Bytes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of images. Engineers see them all; whoever may configure the whole building brings and removes them, because an
 * image may go anywhere. May be called on any thread.
 */
@Component
public class Images {
    /** The largest image, in bytes. */
    public static final int MOST_BYTES = 16 << 20;

    private static final int MOST_IMAGES = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTES = 2_000;

    private static final String UP_TO_255 = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern BMAC5_VERSION = Pattern.compile(UP_TO_255 + "[.]" + UP_TO_255);

    private final ImageRows rows;
    private final Rights rights;
    private final Buildings buildings;
    private final Upgrades upgrades;
    private final FirmwareSettings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Images(
            ImageRows rows,
            Rights rights,
            Buildings buildings,
            Upgrades upgrades,
            FirmwareSettings settings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rights = rights;
        this.buildings = buildings;
        this.upgrades = upgrades;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All of them, newest first.
     *
     * @throws AccessDeniedException for who is no engineer
     */
    public List<FirmwareImage> all(Actor by) {
        if (!by.may(Role.ENGINEER)) {
            throw new AccessDeniedException(by.name() + " may not look at firmware.");
        }
        return rows.all();
    }

    /** Whether this actor may bring and remove images. */
    public boolean mayKeep(Actor by) {
        return rights.reach(by, Right.CONFIGURE).equals(Reach.EVERYWHERE);
    }

    /** Whether images have to be signed. */
    public boolean mustBeSigned() {
        return !settings.publicKey().isEmpty();
    }

    /**
     * Keeps a new one. What it is its content says, never its name.
     *
     * @throws AccessDeniedException when the actor may not configure the whole building
     * @throws IllegalArgumentException with a sentence when it is no image, damaged, too large, not signed as it must be, or
     *     has no name or no version that such a node can say
     */
    public FirmwareImage add(Actor by, String origin, NewImage image) {
        mayOrThrow(by);
        check("name", image.name(), LONGEST);
        checkVersion(image.version(), image.dialect());
        checkNotes(image.notes());
        if (image.content().length() > MOST_BYTES) {
            throw new IllegalArgumentException("An image has up to " + (MOST_BYTES >> 20) + " MB.");
        }
        if (!image.dialect().ours()) {
            throw new IllegalArgumentException("Devices of another world are not given firmware here.");
        }
        Board board = EspImage.board(image.content());
        if (mustBeSigned() && !Signatures.isOf(settings.publicKey(), image.signature(), image.content())) {
            throw new IllegalArgumentException(
                    image.signature().isEmpty()
                            ? "Images must be signed here, and this one brings no signature."
                            : "The signature is not that of the house's key over this file.");
        }
        String sha256 = sha256(image.content());
        List<FirmwareImage> known = rows.all();
        if (known.size() >= MOST_IMAGES) {
            throw new IllegalArgumentException(MOST_IMAGES + " images are kept at most; remove one first.");
        }
        known.stream().filter(each -> each.sha256().equals(sha256)).findFirst().ifPresent(each -> {
            throw new IllegalArgumentException("This file is there already, as " + each.words() + ".");
        });
        FirmwareImage made = new FirmwareImage(
                0,
                image.name(),
                image.version(),
                board,
                image.dialect(),
                image.content().length(),
                sha256,
                image.notes(),
                mustBeSigned(),
                clock.instant(),
                by.name());
        return transactions.execute(_ -> {
            events.publishEvent(new FirmwareChanged(
                    by,
                    origin,
                    "Brought the image " + made.words() + " for " + board.label() + ", SHA-256 " + sha256 + "."));
            return rows.add(made, image.content());
        });
    }

    /**
     * Says otherwise what an image is: one that came without a version, or with a wrong one. Its bytes stay as they are.
     *
     * @throws AccessDeniedException when the actor may not configure the whole building
     * @throws IllegalArgumentException with a sentence when it is gone, a roll-out of it is not over, its bytes are for no
     *     such board, or it has no version that such a node can say
     */
    public FirmwareImage correct(Actor by, String origin, int id, Correction said) {
        mayOrThrow(by);
        checkVersion(said.version(), said.dialect());
        checkNotes(said.notes());
        return transactions.execute(_ -> {
            FirmwareImage before =
                    rows.hold(id).orElseThrow(() -> new IllegalArgumentException("This image is no longer there."));
            if (rows.isUnderWay(id)) {
                throw new IllegalArgumentException(before.words()
                        + " is on its way to nodes. End its roll-out, and wait until no node is under way.");
            }
            if (said.board() != before.board()
                    && rows.content(id)
                            .filter(content -> EspImage.fits(content, said.board()))
                            .isEmpty()) {
                throw new IllegalArgumentException("Its bytes are for "
                        + before.board().label() + ", not for "
                        + said.board().label() + ".");
            }
            FirmwareImage now = before.with(said);
            if (!now.equals(before)) {
                events.publishEvent(new FirmwareChanged(by, origin, corrected(before, now)));
                rows.write(now);
            }
            return now;
        });
    }

    private static String corrected(FirmwareImage before, FirmwareImage now) {
        StringJoiner words = new StringJoiner("; ", "Corrected the image " + before.words() + ": ", ".");
        if (!now.version().equals(before.version())) {
            words.add("version " + now.version());
        }
        if (now.board() != before.board()) {
            words.add("for " + now.board().label());
        }
        if (now.dialect() != before.dialect()) {
            words.add("dialect " + now.dialect());
        }
        if (!now.notes().equals(before.notes())) {
            words.add("notes \"" + now.notes() + "\"");
        }
        return words.toString();
    }

    /**
     * Forgets one that was never rolled out.
     *
     * @throws AccessDeniedException when the actor may not configure the whole building
     * @throws IllegalArgumentException with a sentence when nodes have it or had it
     */
    public void remove(Actor by, String origin, int id) {
        mayOrThrow(by);
        FirmwareImage image =
                rows.of(id).orElseThrow(() -> new IllegalArgumentException("This image is no longer there."));
        transactions.executeWithoutResult(_ -> {
            if (rows.isUsed(id)) {
                throw new IllegalArgumentException(
                        image.words() + " was rolled out, and is kept so that nodes can be brought back to it.");
            }
            events.publishEvent(new FirmwareChanged(by, origin, "Removed the image " + image.words() + "."));
            rows.remove(id);
        });
    }

    /**
     * Says which image a node is to fetch when it asks; that does not tell it to.
     *
     * @throws AccessDeniedException when the actor may not look after the node
     * @throws IllegalArgumentException with a sentence when the image is gone or not for such a node
     */
    public void assign(Actor by, String origin, NodeId id, int image) {
        Node node = buildings
                .current()
                .node(id)
                .filter(each -> upgrades.may(by, each))
                .orElseThrow(() -> new AccessDeniedException(by.name() + " may not bring firmware to this node."));
        FirmwareImage chosen =
                rows.of(image).orElseThrow(() -> new IllegalArgumentException("This image is no longer there."));
        if (node.dialect() != chosen.dialect()) {
            throw new IllegalArgumentException(
                    node.location() + " speaks another dialect than " + chosen.words() + ".");
        }
        transactions.executeWithoutResult(_ -> {
            events.publishEvent(
                    new FirmwareChanged(by, origin, node.location() + " is to fetch " + chosen.words() + "."));
            rows.want(id, image);
        });
    }

    Optional<FirmwareImage> of(int id) {
        return rows.of(id);
    }

    private void mayOrThrow(Actor by) {
        if (!mayKeep(by)) {
            throw new AccessDeniedException(by.name() + " may not bring or remove firmware.");
        }
    }

    private static void check(String what, String text, int longest) {
        if (text.isEmpty() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An image needs a " + what + " of 1 to " + longest + " characters.");
        }
    }

    /** A roll-out would wait in vain for what such a node cannot say. */
    private static void checkVersion(String version, Dialect dialect) {
        check("version", version, LONGEST);
        if (dialect == Dialect.BMAC5 && !BMAC5_VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("BMaC 5 nodes say their version as two numbers up to 255, such as 1.2.");
        }
    }

    private static void checkNotes(String notes) {
        if (notes.length() > LONGEST_NOTES) {
            throw new IllegalArgumentException("The notes have up to " + LONGEST_NOTES + " characters.");
        }
    }

    /** In hex, lower case. */
    static String sha256(Bytes content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
