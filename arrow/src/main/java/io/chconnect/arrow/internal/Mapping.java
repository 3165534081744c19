package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.types.DataType;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** How the columns of one ClickHouse type stand in Arrow, and vectors in columns of that type. Stateless and thread-safe. */
public abstract class Mapping {
    private final DataType type;
    private final ArrowType arrowType;

    Mapping(DataType type, ArrowType arrowType) {
        this.type = type;
        this.arrowType = arrowType;
    }

    /** The type that is mapped. */
    public final DataType type() {
        return type;
    }

    /** The type of the columns that are made of vectors; the server converts where it is not the one that is mapped. */
    public DataType readType() {
        return type;
    }

    /** The type in Arrow. */
    final ArrowType arrowType() {
        return arrowType;
    }

    /** The fields within. */
    List<Field> children() {
        return List.of();
    }

    /** What a field says beside its type. */
    Map<String, String> metadata() {
        return Map.of();
    }

    /** The dictionary that the values stand in. */
    @Nullable
    DictionaryEncoding dictionary() {
        return null;
    }

    /** Whether values can be NULL by themselves. */
    boolean takesNulls() {
        return false;
    }

    /** The field of a column, as it is in a message. */
    public final Field field(String name, boolean nullable, Map<String, String> more) {
        Map<String, String> metadata = new java.util.LinkedHashMap<>(metadata());
        metadata.putAll(more);
        return new Field(name, new FieldType(nullable || takesNulls(), arrowType, dictionary(), metadata), children());
    }

    /** The field of a part of a column. */
    final Field field(String name) {
        return field(name, false, Map.of());
    }

    /**
     * Writes a column.
     *
     * @param nulls true at each row that is NULL; null when no row is
     */
    public abstract void write(Column column, boolean @Nullable [] nulls, BatchBuffers out);

    /** Whether {@link #read} takes the vectors of a field. */
    public abstract boolean accepts(Field field);

    /**
     * Makes a column of a vector whose field is accepted and which has no dictionary.
     *
     * @param nulls true at each row whose value means nothing; null when all do
     */
    abstract Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls);
}
