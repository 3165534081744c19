package io.chconnect.client.internal.value;

import io.chconnect.types.TupleType;
import org.jspecify.annotations.Nullable;

/** Makes readers of tuples as objects of users' classes. */
@FunctionalInterface
public interface ObjectReaders {
    /** A reader of tuple columns; null when the class is none that tuples can become. */
    @Nullable
    ColumnReader of(TupleType tuple, Class<?> target);
}
