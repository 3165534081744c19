package io.chconnect.client.internal.mapping;

import io.chconnect.client.internal.value.ColumnReader;
import io.chconnect.client.internal.value.ColumnReaders;
import io.chconnect.client.internal.value.Scalars;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of the rows of blocks. A class that has a ClickHouse type of its own, such as String or Long, is made of the
 * only column. Not thread-safe.
 */
public final class BlockMapper<T> {
    /** What is compiled stays with the class, for a bounded number of headers. */
    private static final ClassValue<Map<Header, RowReader>> COMPILED = new ClassValue<>() {
        @Override
        protected Map<Header, RowReader> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private static final int MAX_HEADERS = 256;

    private final Class<T> target;
    private final MethodHandles.@Nullable Lookup lookup;
    private @Nullable Header header;
    private @Nullable RowReader reader;
    private @Nullable ColumnReader only;
    private @Nullable Position position;

    private record Header(List<String> names, List<DataType> types) {
        static Header of(Block block) {
            return new Header(
                    block.names(), block.columns().stream().map(Column::type).toList());
        }
    }

    /** A mapper; without a lookup it uses what the class's module grants everybody. */
    public BlockMapper(Class<T> target, MethodHandles.@Nullable Lookup lookup) {
        this.target = target;
        this.lookup = lookup;
    }

    /** Goes to a block. */
    public void open(Block block) {
        Header next = Header.of(block);
        if (!next.equals(header)) {
            compile(next);
            header = next;
        }
        position = new Position(block.columns());
    }

    /** The object of a row of the block; null only for NULL as a class with a ClickHouse type of its own. */
    @SuppressWarnings("unchecked") // both readers were made for the class
    public @Nullable T read(int row) {
        Position at = position;
        if (at == null) {
            throw new IllegalStateException("no block");
        }
        at.row = row;
        if (reader != null) {
            return (T) reader.read(at);
        }
        return only == null ? null : (T) readOnly(only, at.columns[0], row);
    }

    private @Nullable Object readOnly(ColumnReader onlyReader, Column column, int row) {
        try {
            return onlyReader.read(column, row);
        } catch (ConversionException e) {
            throw e.at(header == null ? "" : header.names().get(0), row);
        }
    }

    private void compile(Header next) {
        if (Scalars.isScalar(target) || target == Object.class || target.isArray()) {
            if (next.names().size() != 1) {
                throw new ConfigurationException("Rows of " + next.names().size() + " columns cannot be a "
                        + target.getTypeName() + " each: expected one column, not " + next.names());
            }
            only = readers(target, lookup).of(next.types().get(0), target);
            return;
        }
        if (lookup != null) {
            reader = RowReader.of(target, Access.of(lookup, target), next.names(), next.types());
            return;
        }
        Map<Header, RowReader> compiled = COMPILED.get(target);
        if (compiled.size() >= MAX_HEADERS) {
            compiled.clear();
        }
        RowReader known = compiled.get(next);
        if (known == null) {
            known = RowReader.of(target, Access.open(target), next.names(), next.types());
            compiled.put(next, known);
        }
        reader = known;
    }

    static ColumnReaders readers(Class<?> target, MethodHandles.@Nullable Lookup lookup) {
        return new ColumnReaders(new TupleObjects(lookup == null ? Access.open(target) : Access.of(lookup, target)));
    }
}
