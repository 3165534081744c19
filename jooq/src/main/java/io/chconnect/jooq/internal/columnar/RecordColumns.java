package io.chconnect.jooq.internal.columnar;

import io.chconnect.jooq.internal.type.JavaValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jooq.ContextConverter;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.Internal;
import org.jspecify.annotations.Nullable;

/** Records and rows as rows that the client inserts. */
public final class RecordColumns {
    private RecordColumns() {}

    /** The columns that a record has values for, as an INSERT of jOOQ's would have them. */
    public static List<Field<?>> touched(Table<?> table, Record record) {
        List<Field<?>> fields = Arrays.stream(table.fields())
                .filter(field -> record.field(field) != null && record.touched(field))
                .toList();
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("The first record for " + table.getName()
                    + " has no value that was set: set some, or call touched(true) on records that were read");
        }
        return fields;
    }

    /** The values of records, which must have set the same fields. */
    public static Iterable<List<@Nullable Object>> values(
            List<Field<?>> fields, Record first, Iterator<? extends Record> others) {
        List<Function<Record, @Nullable Object>> readers = new ArrayList<>();
        fields.forEach(field -> readers.add(reader(field)));
        return () -> new Iterator<>() {
            private @Nullable Record next = first;
            private long row;

            @Override
            public boolean hasNext() {
                return next != null || others.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                Record record = next == null ? others.next() : next;
                next = null;
                check(fields, record, row++);
                List<@Nullable Object> values = new ArrayList<>(readers.size());
                readers.forEach(reader -> values.add(reader.apply(record)));
                return values;
            }
        };
    }

    private static void check(List<Field<?>> fields, Record record, long row) {
        int set = 0;
        for (int i = 0; i < record.size(); i++) {
            set += record.touched(i) ? 1 : 0;
        }
        for (Field<?> field : fields) {
            if (!record.touched(field)) {
                throw new IllegalArgumentException(
                        "Record " + row + " has no value for " + field.getName() + ", as the first one has");
            }
        }
        if (set != fields.size()) {
            throw new IllegalArgumentException("Record " + row + " has " + set + " values where the first one has "
                    + fields.size() + ": " + fields);
        }
    }

    private static <T> Function<Record, @Nullable Object> reader(Field<T> field) {
        ContextConverter<?, T> converter = field.getConverter();
        boolean plain = (Class<?>) converter.fromType() == converter.toType();
        return record -> {
            T value = record.get(field);
            return JavaValues.plain(plain ? value : converter.to(value, Internal.converterContext()));
        };
    }

    /** Rows with values of users' classes as values that inserts take. */
    public static Iterable<List<@Nullable Object>> plain(Iterator<? extends List<?>> rows) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                List<?> row = rows.next();
                List<@Nullable Object> values = new ArrayList<>(row.size());
                row.forEach(value -> values.add(JavaValues.plain(value)));
                return values;
            }
        };
    }
}
