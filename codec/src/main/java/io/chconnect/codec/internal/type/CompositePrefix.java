package io.chconnect.codec.internal.type;

import java.util.List;

/** The prefixes of the parts of a container, in order. */
record CompositePrefix(List<ColumnCodec.Prefix> parts) implements ColumnCodec.Prefix {
    static ColumnCodec.Prefix part(ColumnCodec.Prefix prefix, int index) {
        return ((CompositePrefix) prefix).parts.get(index);
    }
}
