package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/**
 * LowCardinality: its values one by one, or with their dictionary. A dictionary counts for its batch alone. Vectors become the
 * inner type, of which the server makes a dictionary by itself, unless the type has to be exact.
 */
final class LowCardinalityMapping extends Mapping {
    private final Mapping inner;
    private final boolean nullable;
    private final boolean exact;
    private final long dictionaryId;
    private final ZoneId zone;

    /**
     * Creates the mapping.
     *
     * @param inner of the inner type, Nullable or not
     * @param exact whether vectors must become LowCardinality here
     * @param dictionaryId at least 0 for the values with their dictionary
     */
    LowCardinalityMapping(LowCardinalityType type, Mapping inner, boolean exact, long dictionaryId, ZoneId zone) {
        super(type, inner.arrowType());
        this.inner = inner;
        this.nullable = type.inner() instanceof NullableType;
        this.exact = exact;
        this.dictionaryId = dictionaryId;
        this.zone = zone;
    }

    Mapping inner() {
        return inner;
    }

    @Override
    public DataType readType() {
        return exact ? type() : inner.readType();
    }

    @Override
    List<Field> children() {
        return inner.children();
    }

    @Override
    Map<String, String> metadata() {
        return inner.metadata();
    }

    @Override
    @Nullable
    DictionaryEncoding dictionary() {
        return dictionaryId < 0
                ? null
                : new DictionaryEncoding(dictionaryId, false, new ArrowType.Int(Integer.SIZE, true));
    }

    @Override
    boolean takesNulls() {
        return nullable;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        LowCardinalityColumn values = (LowCardinalityColumn) column;
        Mapping plain = inner instanceof NullableMapping wrapper ? wrapper.inner() : inner;
        boolean[] map = NullRows.either(values.nullMap(), nulls);
        if (dictionaryId < 0) {
            plain.write(Gather.rows(zone, values.dictionary(), values.keys()), map, out);
        } else {
            plain.write(
                    values.dictionary(),
                    null,
                    out.dictionary(dictionaryId, values.dictionary().rowCount()));
            out.field(values.rowCount(), map);
            out.ints(values.keys());
        }
    }

    @Override
    public boolean accepts(Field field) {
        return inner.accepts(field);
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        Column values = inner.read(in, vector, nulls);
        return exact ? in.factory().column(type(), values) : values;
    }
}
