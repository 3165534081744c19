package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Utf8;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.types.DataType;
import io.chconnect.types.VariantType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a Dynamic as a prefix lists them, with the shared variant at its place. */
final class DynamicMembers {
    /** The name by which the shared variant is sorted among the types. */
    static final String SHARED = "SharedVariant";

    /** Types beside the shared variant; 255 means NULL. */
    static final int MAX_TYPES = 254;

    private final List<@Nullable DataType> types;
    private final List<@Nullable ColumnCodec> codecs;
    private final int sharedIndex;

    private DynamicMembers(List<@Nullable DataType> types, Function<DataType, ColumnCodec> codecs, int sharedIndex) {
        this.types = types;
        this.codecs = new ArrayList<>();
        types.forEach(type -> this.codecs.add(type == null ? null : codecs.apply(type)));
        this.sharedIndex = sharedIndex;
    }

    /** Without shared variant. */
    static DynamicMembers inOrder(List<DataType> types, Function<DataType, ColumnCodec> codecs) {
        return new DynamicMembers(new ArrayList<>(types), codecs, -1);
    }

    /** With shared variant, sorted by name; a type that is given twice is one, as in the server. */
    static DynamicMembers sorted(List<DataType> types, Function<DataType, ColumnCodec> codecs) {
        List<@Nullable DataType> sorted = new ArrayList<>(new LinkedHashSet<>(types));
        sorted.sort((left, right) -> Utf8.BYTE_ORDER.compare(nameOf(left), nameOf(right)));
        int shared = 0;
        while (shared < sorted.size() && Utf8.BYTE_ORDER.compare(nameOf(sorted.get(shared)), SHARED) < 0) {
            shared++;
        }
        sorted.add(shared, null);
        return new DynamicMembers(sorted, codecs, shared);
    }

    /** A type that the data names for values, which the server lets stand in a Dynamic. */
    static DataType checked(WireReader in, DataType type) {
        if (!VariantType.mayHold(type)) {
            throw in.malformed("values of type " + type.name() + " within Dynamic: expected a type that has no NULL");
        }
        return type;
    }

    int count() {
        return types.size();
    }

    /** Where the shared variant stands, or -1. */
    int sharedIndex() {
        return sharedIndex;
    }

    boolean isShared(int member) {
        return member == sharedIndex;
    }

    String name(int member) {
        return nameOf(types.get(member));
    }

    ColumnCodec codec(int member) {
        ColumnCodec codec = codecs.get(member);
        if (codec == null) {
            throw new IllegalStateException("the shared variant has no codec");
        }
        return codec;
    }

    private static String nameOf(@Nullable DataType type) {
        return type == null ? SHARED : type.name();
    }
}
