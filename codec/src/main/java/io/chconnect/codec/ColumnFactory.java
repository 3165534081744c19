package io.chconnect.codec;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.type.ArrayAdoption;
import io.chconnect.codec.internal.type.CodecFactory;
import io.chconnect.codec.internal.type.StoredArrays;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.lang.reflect.Array;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Makes columns of Java arrays and collections. Immutable and thread-safe. */
public final class ColumnFactory {
    private final CodecFactory codecs;

    /**
     * Creates a factory.
     *
     * @param zone the zone of wall times for DateTime columns whose type names none
     */
    public ColumnFactory(ZoneId zone) {
        this(zone, RoundingMode.UNNECESSARY);
    }

    /**
     * Creates a factory that may round.
     *
     * @param zone the zone of wall times for DateTime columns whose type names none
     * @param rounding what to do with digits of a fraction that a Decimal, DateTime64, Time or their like does not have;
     *     {@link RoundingMode#UNNECESSARY} refuses them
     */
    public ColumnFactory(ZoneId zone, RoundingMode rounding) {
        this.codecs = new CodecFactory(zone).withRounding(rounding);
    }

    /**
     * Makes a column. A primitive array that is stored as it is, such as a {@code long[]} for Int64 or an
     * {@code int[]} of seconds since 1970 for DateTime, is taken without copying
     * and not to be written to until the column is no longer used; so is a {@code String[]} for String, whose bytes are made
     * when they are written, and a column that has the type already.
     *
     * @param type the type of the column
     * @param values an array, a {@link Collection} or a {@link Column}; null elements are NULL
     * @return the column
     * @throws ConversionException if a value does not fit; it names the row
     * @throws io.chconnect.error.UnsupportedTypeException if the type cannot be written
     */
    public Column column(DataType type, Object values) {
        if (values instanceof Column column && column.type().equals(type)) {
            return column;
        }
        Column adopted = ArrayAdoption.adopt(codecs, type, values);
        return adopted != null ? adopted : build(type, values);
    }

    /**
     * Makes a column of values in the form in which the type stores them, without copying: what {@link Column#asLongs} and
     * its siblings give, and for the types of a {@link io.chconnect.codec.column.FixedBytesColumn} its bytes.
     *
     * @param type a type that is stored in numbers or in values of a fixed number of bytes
     * @param values a {@code byte[]}, {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]} or {@code double[]}, not
     *     to be written to until the column is no longer used; that the type has such values is not checked
     * @return the column
     * @throws ConversionException if the type stores nothing in such an array
     */
    public Column stored(DataType type, Object values) {
        return StoredArrays.column(codecs, type, values);
    }

    private Column build(DataType type, Object values) {
        if (values instanceof Column column) {
            ColumnBuilder builder = codecs.codec(type).builder(column.rowCount());
            for (int row = 0; row < column.rowCount(); row++) {
                append(builder, column.get(row));
            }
            return builder.build();
        }
        if (values instanceof Collection) {
            ColumnBuilder builder = codecs.codec(type).builder(((Collection<?>) values).size());
            for (Iterator<?> all = ((Collection<?>) values).iterator(); all.hasNext(); ) {
                append(builder, all.next());
            }
            return builder.build();
        }
        if (values instanceof Object[] objects) {
            ColumnBuilder builder = codecs.codec(type).builder(objects.length);
            for (Object object : objects) {
                append(builder, object);
            }
            return builder.build();
        }
        if (!values.getClass().isArray()) {
            throw ConversionException.of(values, "a column", "expected an array, a Collection or a Column");
        }
        int length = Array.getLength(values);
        ColumnBuilder builder = codecs.codec(type).builder(length);
        for (int row = 0; row < length; row++) {
            append(builder, Array.get(values, row));
        }
        return builder.build();
    }

    private static void append(ColumnBuilder builder, @Nullable Object value) {
        try {
            if (value == null) {
                builder.appendNull();
            } else {
                builder.append(value);
            }
        } catch (ConversionException e) {
            throw e.atRow(builder.size());
        }
    }
}
