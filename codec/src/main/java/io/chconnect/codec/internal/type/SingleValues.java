package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import java.util.function.Function;

/** Reads values of containers that stand alone: one after the other, into one column. */
final class SingleValues {
    private SingleValues() {}

    static Column read(ColumnCodec codec, WireReader in, int count, Function<WireReader, Column> oneValue) {
        in.enter("value");
        if (count == 1) {
            Column only = oneValue.apply(in);
            in.leave();
            return only;
        }
        ColumnBuilder all = codec.builder(0);
        for (int i = 0; i < count; i++) {
            all.appendFrom(oneValue.apply(in), 0);
        }
        in.leave();
        return all.build();
    }

    /** A default, or NULL, which the data only says is there. */
    static Column readDefault(ColumnCodec codec, WireReader in) {
        in.spendWithoutData(codec.defaultBytes());
        ColumnBuilder one = codec.builder(1);
        one.appendDefault();
        return one.build();
    }
}
