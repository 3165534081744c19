package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataType;

/** Chooses the accessor of a type. */
public final class ColumnAccessors {
    private ColumnAccessors() {}

    /** The accessor of a column. */
    public static ColumnAccessor of(String name, DataType type) {
        if (IntegralAccessor.reads(type)) {
            return new IntegralAccessor(name, type);
        }
        return switch (JdbcType.unwrap(type).kind()) {
            case STRING, FIXED_STRING, AGGREGATE_FUNCTION -> new StringAccessor(name, type);
            case FLOAT32, FLOAT64, BFLOAT16 -> new FloatAccessor(name, type);
            case ENUM8, ENUM16 -> new EnumAccessor(name, type);
            case UINT64 -> new UInt64Accessor(name, type);
            case DATETIME, DATETIME64 -> new DateTimeAccessor(name, type);
            default -> new ObjectAccessor(name, type);
        };
    }
}
