package io.chconnect.client.config;

import java.util.Locale;

/** How one of several servers is chosen for a statement. Servers that fail are left alone for a while in any case. */
public enum Balancing {
    /** One after the other. */
    ROUND_ROBIN,
    /** By lot. */
    RANDOM,
    /** The first one of the list that works. */
    FIRST_ALIVE;

    /** The name in URLs, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
