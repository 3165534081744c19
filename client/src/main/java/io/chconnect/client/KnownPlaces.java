package io.chconnect.client;

import io.chconnect.codec.Block;
import org.jspecify.annotations.Nullable;

/**
 * Places of columns that were asked for by name. Programs ask row by row for the same names in the same order, mostly by the
 * same objects, which are found without comparing texts. Not thread-safe.
 */
final class KnownPlaces {
    private static final int CAPACITY = 16;

    private final @Nullable String[] names = new @Nullable String[CAPACITY];
    private final int[] places = new int[CAPACITY];
    private int next;

    /** The place of a column in blocks that all have the same columns. */
    @SuppressWarnings("ReferenceEquality") // an equal name that is another object is looked up
    int of(String name, Block block) {
        int guess = next;
        if (names[guess] != name) {
            guess = known(name);
            if (guess < 0) {
                guess = next;
                places[guess] = block.index(name);
                names[guess] = name;
            }
        }
        next = (guess + 1) % CAPACITY;
        return places[guess];
    }

    @SuppressWarnings("ReferenceEquality")
    private int known(String name) {
        for (int i = 0; i < CAPACITY; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return -1;
    }
}
