package io.chconnect.jdbc.internal.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one answer to {@code unwrap} and {@code isWrapperFor}: an object is what its class says. */
public final class Unwrapping {
    private Unwrapping() {}

    /** The object as the class. */
    public static <T> T unwrap(Object self, @Nullable Class<T> wanted) throws SQLException {
        if (wanted != null && wanted.isInstance(self)) {
            return wanted.cast(self);
        }
        throw SqlErrors.invalidArgument(self.getClass().getSimpleName() + " is no "
                + (wanted == null ? "null" : wanted.getName()) + " and wraps none");
    }

    /** Whether {@link #unwrap} would answer. */
    public static boolean wraps(Object self, @Nullable Class<?> wanted) {
        return wanted != null && wanted.isInstance(self);
    }
}
