package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.JSONTextColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.column.StringColumnBuilder;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.DynamicType;
import io.chconnect.types.JSONType;
import io.chconnect.types.SimpleType;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** JSON, Dynamic, and what has no form of its own in Arrow: the server's texts of the values. */
final class TextMapping extends Mapping {
    TextMapping(DataType type) {
        super(type, ArrowType.Utf8.INSTANCE);
    }

    @Override
    boolean takesNulls() {
        return type() instanceof DynamicType;
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        if (column instanceof JSONTextColumn texts) {
            StringMapping.write(texts.texts(), nulls, out);
            return;
        }
        int rows = column.rowCount();
        boolean[] all = NullRows.either(nulls, column.nullMap());
        StringColumnBuilder builder = new StringColumnBuilder(SimpleType.STRING, rows);
        for (int row = 0; row < rows; row++) {
            builder.append(all != null && all[row] ? "" : column.getText(row));
        }
        StringMapping.write(builder.build(), all, out);
    }

    @Override
    public boolean accepts(Field field) {
        return StringMapping.isText(field.getType());
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        StringColumn texts = TextVectors.read(SimpleType.STRING, vector, nulls);
        if (type() instanceof JSONType json) {
            return new JSONTextColumn(json, nulls == null ? texts : emptyObjects(texts, nulls));
        }
        @Nullable String[] values = texts.toStrings();
        for (int row = 0; nulls != null && row < values.length; row++) {
            values[row] = nulls[row] ? null : values[row];
        }
        if (nulls == null || takesNulls()) {
            return in.factory().column(type(), values);
        }
        return ((NullableColumn) in.factory().column(DataTypes.nullable(type()), values)).values();
    }

    private static StringColumn emptyObjects(StringColumn texts, boolean[] nulls) {
        StringColumnBuilder builder = new StringColumnBuilder(SimpleType.STRING, nulls.length);
        for (int row = 0; row < nulls.length; row++) {
            if (nulls[row]) {
                builder.append("{}");
            } else {
                builder.appendFrom(texts, row);
            }
        }
        return builder.build();
    }
}
