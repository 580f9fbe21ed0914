package org.bmac.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether this is the demonstration, and what its sign-in page shows. On a data folder that has a lasting account it is
 * not, whatever is configured: nobody may come in there with a password that stands on a page. When it is not, every
 * account of an earlier demonstration is shut before the first request can come.
 */
@Component
public class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final boolean running;
    private volatile @Nullable Shown shown;

    /**
     * What the sign-in page shows.
     *
     * @param accounts the names, from the least role to the highest
     * @param password of all of them
     */
    public record Shown(List<String> accounts, String password) {
        public Shown {
            accounts = List.copyOf(accounts);
        }

        @Override
        public String toString() {
            return "Shown[accounts=" + accounts + "]";
        }
    }

    Demonstration(AccessSettings settings, UserRows users) {
        boolean lasting = users.anyLasting();
        this.running = settings.demo() && !lasting;
        if (running) {
            return;
        }
        if (settings.demo()) {
            LOG.warn("The demonstration's accounts stay shut: this data folder has accounts of its own. "
                    + "For a demonstration choose another folder (BMAC_DATA), for no demonstration BMAC_DEMO=false.");
        }
        int shut = users.shutDemonstration();
        if (shut > 0) {
            LOG.info("{} accounts of the demonstration are shut now.", shut);
        }
    }

    /** Whether accounts are the demonstration's. */
    public boolean running() {
        return running;
    }

    /** The accounts and their password; empty when there is no demonstration, and before it has made them. */
    public Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }

    void show(List<String> accounts, String password) {
        shown = new Shown(accounts, password);
    }
}
