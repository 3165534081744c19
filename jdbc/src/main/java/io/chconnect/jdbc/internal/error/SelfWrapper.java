package io.chconnect.jdbc.internal.error;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** The answer of an object that wraps nothing but is what its class says. */
public interface SelfWrapper extends Wrapper {
    @Override
    default <T> T unwrap(@Nullable Class<T> wanted) throws SQLException {
        return unwrap(this, wanted);
    }

    @Override
    default boolean isWrapperFor(@Nullable Class<?> wanted) throws SQLException {
        return wraps(this, wanted);
    }

    /** An object as a class that it is of. */
    static <T> T unwrap(Object self, @Nullable Class<T> wanted) throws SQLException {
        if (wanted != null && wanted.isInstance(self)) {
            return wanted.cast(self);
        }
        throw SqlErrors.invalidArgument(self.getClass().getSimpleName() + " is no "
                + (wanted == null ? "null" : wanted.getName()) + " and wraps none");
    }

    /** Whether {@link #unwrap(Object, Class)} would answer. */
    static boolean wraps(Object self, @Nullable Class<?> wanted) {
        return wanted != null && wanted.isInstance(self);
    }
}
