package io.chconnect.types;

import io.chconnect.types.value.IntervalUnit;

/**
 * {@code IntervalSecond} and its siblings, on the wire a signed 64-bit number.
 *
 * @param unit the unit of its values
 */
public record IntervalType(IntervalUnit unit) implements DataType {
    @Override
    public TypeKind kind() {
        return TypeKind.INTERVAL;
    }

    @Override
    public String name() {
        return "Interval" + unit.clickHouseName();
    }

    @Override
    public String toString() {
        return name();
    }
}
