package io.chconnect.jooq.internal.type;

import io.chconnect.codec.BlockBuilder;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.MemberColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.value.TypedVariant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Single values by the rules of inserts: which member of a Variant they are, and as what they are stored. */
final class Members {
    private Members() {}

    /** The value as rows deliver it; fails as an insert of it would. Wall times are taken as they are. */
    static Object stored(DataType type, Object value) {
        return Objects.requireNonNull(column(type, value).get(0));
    }

    /** The value with the type of the member that takes it. */
    static TypedVariant of(DataType type, Object value) {
        if (value instanceof TypedVariant typed) {
            return typed;
        }
        return column(type, value) instanceof MemberColumn members
                ? Objects.requireNonNull(members.typed(0))
                : new TypedVariant(type, value);
    }

    private static Column column(DataType type, Object value) {
        BlockBuilder builder = new BlockBuilder(List.of("value"), List.of(type), ZoneOffset.UTC, 1);
        builder.appendRow(Collections.singletonList(value));
        return builder.build().column(0);
    }
}
