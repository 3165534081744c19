package io.chconnect.jdbc.internal.result;

import org.jspecify.annotations.Nullable;

/** What an accessor reads once it stands on a block. */
final class Bound {
    private Bound() {}

    static <T> T column(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("The accessor is not on a block");
        }
        return column;
    }
}
