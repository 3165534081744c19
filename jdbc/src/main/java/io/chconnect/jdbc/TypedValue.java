package io.chconnect.jdbc;

import io.chconnect.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A value with its ClickHouse type. {@code setObject} takes it where the class of a value does not say the type of its
 * parameter; {@code getObject(column, TypedValue.class)} gives the value as the client delivers it, with the column's type.
 *
 * @param type the type of the parameter or the column
 * @param value the value, for a parameter of the classes that inserts take for the type; null is NULL
 */
public record TypedValue(DataType type, @Nullable Object value) {}
