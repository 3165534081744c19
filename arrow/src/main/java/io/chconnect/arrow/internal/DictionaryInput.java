package io.chconnect.arrow.internal;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.error.ConversionException;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.jspecify.annotations.Nullable;

/** Vectors of keys into a dictionary. */
final class DictionaryInput {
    private final VectorInput in;
    private final DictionaryProvider dictionaries;

    DictionaryInput(VectorInput in, DictionaryProvider dictionaries) {
        this.in = in;
        this.dictionaries = dictionaries;
    }

    /** The vector of the dictionary of a field. */
    static FieldVector dictionary(DictionaryProvider dictionaries, long id) {
        Dictionary dictionary = dictionaries.lookup(id);
        if (dictionary == null) {
            throw new ConversionException("the dictionary " + id + " of a vector is not there: give its provider");
        }
        return dictionary.getVector();
    }

    Column read(Mapping mapping, FieldVector vector, boolean @Nullable [] ignored) {
        if (mapping instanceof LowCardinalityMapping wrapper) {
            Column values = read(wrapper.inner(), vector, ignored);
            return wrapper.readType().equals(wrapper.type()) ? in.factory().column(wrapper.type(), values) : values;
        }
        FieldVector entries =
                dictionary(dictionaries, vector.getField().getDictionary().getId());
        boolean[] nullEntries = VectorInput.nulls(entries);
        boolean[] nulls = VectorInput.nulls(vector);
        int rows = vector.getValueCount();
        int[] keys = new int[rows];
        BaseIntVector indexes = (BaseIntVector) vector;
        boolean[] map = null;
        for (int row = 0; row < rows; row++) {
            boolean absent = (nulls != null && nulls[row]) || (ignored != null && ignored[row]);
            keys[row] = absent ? -1 : key(indexes.getValueAsLong(row), entries, row);
            if (absent || (nullEntries != null && nullEntries[keys[row]])) {
                map = map == null ? new boolean[rows] : map;
                map[row] = true;
                if (!mapping.takesNulls() && (ignored == null || !ignored[row])) {
                    throw new ConversionException("NULL for " + mapping.type().name() + ", which is not nullable")
                            .atRow(row);
                }
            }
        }
        if (mapping instanceof NullableMapping nullable) {
            Column values = Gather.rows(in.zone(), nullable.inner().read(in, entries, nullEntries), keys);
            return new NullableColumn(mapping.readType(), map, values);
        }
        return Gather.rows(in.zone(), mapping.read(in, entries, nullEntries), keys);
    }

    private static int key(long index, FieldVector entries, int row) {
        if (index < 0 || index >= entries.getValueCount()) {
            throw new ConversionException(
                            "the key " + index + " is not in its dictionary of " + entries.getValueCount())
                    .atRow(row);
        }
        return (int) index;
    }
}
