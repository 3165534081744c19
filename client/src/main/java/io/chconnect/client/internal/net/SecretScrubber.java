package io.chconnect.client.internal.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Takes secrets out of texts that others wrote: a server or proxy may repeat what it was sent. Immutable and thread-safe;
 * its text shows nothing.
 */
public final class SecretScrubber {
    /** Shorter ones occur in any text by chance. */
    private static final int MIN_LENGTH = 4;

    private final List<String> secrets;

    /**
     * Creates a scrubber.
     *
     * @param secrets what must not be shown; those of less than four characters are let through
     */
    public SecretScrubber(Collection<String> secrets) {
        List<String> kept = new ArrayList<>();
        for (String secret : secrets) {
            if (secret.length() >= MIN_LENGTH) {
                kept.add(secret);
            }
        }
        kept.sort(Comparator.comparingInt(String::length).reversed());
        this.secrets = List.copyOf(kept);
    }

    /**
     * The scrubber for further secrets.
     *
     * @param more what else must not be shown
     * @return a new scrubber
     */
    public SecretScrubber with(Collection<String> more) {
        List<String> all = new ArrayList<>(secrets);
        all.addAll(more);
        return new SecretScrubber(all);
    }

    /**
     * A text without the secrets.
     *
     * @param text any text
     * @return the text with three stars for each
     */
    public String scrub(String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = scrubbed.replace(secret, "***");
        }
        return scrubbed;
    }

    @Override
    public String toString() {
        return "SecretScrubber[" + secrets.size() + "]";
    }
}
