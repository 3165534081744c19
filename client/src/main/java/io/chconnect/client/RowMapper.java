package io.chconnect.client;

import org.jspecify.annotations.Nullable;

/**
 * Makes an object of each row.
 *
 * @param <T> the class of the objects
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {
    /**
     * Makes an object of a row.
     *
     * @param row the row; may be kept
     * @return the object
     */
    T map(Row row);
}
