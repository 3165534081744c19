package io.chconnect.jdbc.internal.bind;

import io.chconnect.codec.BlockBuilder;
import io.chconnect.types.DataType;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as exactly the classes that a type has, by the rules of inserts. */
public final class CanonicalValues {
    private CanonicalValues() {}

    /** The value as rows deliver it; fails as an insert of it would. */
    static @Nullable Object of(DataType type, Object value) {
        BlockBuilder builder = new BlockBuilder(List.of("value"), List.of(type), ZoneOffset.UTC, 1);
        builder.appendRow(Arrays.asList(value));
        return builder.build().column(0).get(0);
    }

    /** The value of an array or tuple; fails as an insert of it would. */
    public static List<?> list(DataType type, Object value) {
        return of(type, value) instanceof List<?> list ? list : List.of();
    }
}
