package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.types.SimpleType;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** String: offsets and bytes on both sides. */
final class StringMapping extends Mapping {
    private final boolean binary;

    /**
     * Creates the mapping.
     *
     * @param binary whether values are bytes there; otherwise they are texts, and checked to be
     */
    StringMapping(boolean binary) {
        super(SimpleType.STRING, binary ? ArrowType.Binary.INSTANCE : ArrowType.Utf8.INSTANCE);
        this.binary = binary;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        StringColumn strings = (StringColumn) column;
        if (!binary) {
            Utf8Check.require(strings);
        }
        write(strings, nulls, out);
    }

    /** Writes texts that are known to be UTF-8, or bytes. */
    static void write(StringColumn strings, boolean @Nullable [] nulls, BatchBuffers out) {
        out.field(strings.rowCount(), nulls);
        out.ints(strings.offsets());
        out.bytes(strings.bytes(), 0, strings.offsets()[strings.rowCount()]);
    }

    @Override
    public boolean accepts(Field field) {
        return isText(field.getType());
    }

    /** Whether an Arrow type is one of texts or bytes of any length. */
    static boolean isText(ArrowType type) {
        return switch (type.getTypeID()) {
            case Utf8, LargeUtf8, Utf8View, Binary, LargeBinary, BinaryView -> true;
            default -> false;
        };
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        return TextVectors.read(type(), vector, nulls);
    }
}
