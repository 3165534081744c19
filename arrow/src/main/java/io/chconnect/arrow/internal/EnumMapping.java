package io.chconnect.arrow.internal;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.column.StringColumnBuilder;
import io.chconnect.error.ConversionException;
import io.chconnect.types.EnumType;
import io.chconnect.types.SimpleType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Enum: numbers here, their labels there. */
final class EnumMapping extends Mapping {
    private final EnumType labels;
    private final Map<Integer, byte[]> texts = new HashMap<>();

    EnumMapping(EnumType type) {
        super(type, ArrowType.Utf8.INSTANCE);
        this.labels = type;
        type.entries().forEach(entry -> texts.put(entry.number(), entry.label().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void write(Column column, boolean @Nullable [] nulls, BatchBuffers out) {
        int rows = column.rowCount();
        StringColumnBuilder builder = new StringColumnBuilder(SimpleType.STRING, rows);
        byte[] bytes = column instanceof ByteColumn ? column.asBytes() : null;
        short[] shorts = bytes == null ? column.asShorts() : null;
        for (int row = 0; row < rows; row++) {
            int number = bytes != null ? bytes[row] : java.util.Objects.requireNonNull(shorts)[row];
            byte[] text = texts.get(number);
            if (nulls != null && nulls[row]) {
                builder.appendDefault();
            } else if (text == null) {
                throw ConversionException.of(number, type().name(), "it has no such number")
                        .atRow(row);
            } else {
                builder.append(text, 0, text.length);
            }
        }
        StringMapping.write(builder.build(), nulls, out);
    }

    @Override
    public boolean accepts(Field field) {
        return StringMapping.isText(field.getType())
                || (field.getType() instanceof ArrowType.Int number
                        && number.getIsSigned()
                        && number.getBitWidth() == labels.bits());
    }

    @Override
    Column read(VectorInput in, FieldVector vector, boolean @Nullable [] nulls) {
        int rows = vector.getValueCount();
        short[] numbers = new short[rows];
        if (vector.getField().getType() instanceof ArrowType.Int) {
            byte[] bytes = labels.bits() == Byte.SIZE ? VectorInput.bytes(vector.getDataBuffer(), rows) : null;
            short[] shorts = bytes == null ? VectorInput.shorts(vector.getDataBuffer(), rows) : null;
            for (int row = 0; row < rows; row++) {
                numbers[row] = bytes != null ? bytes[row] : java.util.Objects.requireNonNull(shorts)[row];
                if (!texts.containsKey((int) numbers[row]) && (nulls == null || !nulls[row])) {
                    throw ConversionException.of(numbers[row], type().name(), "it has no such number")
                            .atRow(row);
                }
            }
        } else {
            StringColumn strings = TextVectors.read(SimpleType.STRING, vector, nulls);
            for (int row = 0; row < rows; row++) {
                if (nulls == null || !nulls[row]) {
                    Integer number = labels.number(strings.get(row));
                    if (number == null) {
                        throw ConversionException.of(strings.get(row), type().name(), "it has no such label")
                                .atRow(row);
                    }
                    numbers[row] = number.shortValue();
                }
            }
        }
        NullRows.clear(numbers, nulls);
        return in.factory().stored(type(), labels.bits() == Byte.SIZE ? narrow(numbers) : numbers);
    }

    private static byte[] narrow(short[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) numbers[row];
        }
        return bytes;
    }
}
