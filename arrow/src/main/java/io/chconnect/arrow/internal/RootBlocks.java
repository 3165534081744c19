package io.chconnect.arrow.internal;

import io.chconnect.arrow.ArrowOptions;
import io.chconnect.client.InsertContext;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.DictionaryUtility;
import org.jspecify.annotations.Nullable;

/** Roots as the blocks of an insert: of the types of the table where the values fit as they are. Not thread-safe. */
public final class RootBlocks {
    /** How many rows a block has at most; a multiple of eight, so that slices need no copy. */
    private static final int MOST_ROWS = 1 << 20;

    private final VectorSchemaRoot root;
    private final List<String> names = new ArrayList<>();
    private final List<DataType> types;
    private final List<Mapping> mappings = new ArrayList<>();
    private final VectorInput input;
    private final ColumnFactory factory;

    private RootBlocks(InsertContext context, VectorSchemaRoot root, DictionaryProvider dictionaries) {
        this.root = root;
        this.input = new VectorInput(context.zone(), dictionaries);
        this.factory = new ColumnFactory(context.zone());
        for (Field field : root.getSchema().getFields()) {
            names.add(field.getName());
        }
        this.types = context.types(names);
        for (int i = 0; i < types.size(); i++) {
            Field field = DictionaryUtility.toMessageFormat(
                    root.getSchema().getFields().get(i), dictionaries, new HashSet<>());
            Mapping wanted = mapping(context, types.get(i));
            mappings.add(wanted.accepts(field) ? wanted : mapping(context, FieldTypes.of(field)));
        }
    }

    /** The blocks of a root. */
    public static Iterable<Block> of(InsertContext context, VectorSchemaRoot root, DictionaryProvider dictionaries) {
        if (root.getRowCount() == 0) {
            return List.of();
        }
        RootBlocks blocks = new RootBlocks(context, root, dictionaries);
        return () -> blocks.new Slices();
    }

    /** The blocks of all batches that a reader has left. */
    public static Iterable<Block> of(InsertContext context, ArrowReader reader) {
        return () -> new Batches(context, reader);
    }

    private static Mapping mapping(InsertContext context, DataType type) {
        return new Mappings(context.zone(), ArrowOptions.DEFAULT).of(type);
    }

    private Block block(VectorSchemaRoot slice, int firstRow) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            try {
                columns.add(column(i, slice.getFieldVectors().get(i)));
            } catch (ConversionException e) {
                throw e.at(names.get(i), e.row() < 0 ? -1 : firstRow + e.row());
            }
        }
        return new Block(names, columns);
    }

    private Column column(int index, FieldVector vector) {
        Mapping mapping = mappings.get(index);
        Column column = input.read(mapping, vector);
        DataType wanted = types.get(index);
        return mapping.type().equals(wanted) ? column : factory.column(wanted, column);
    }

    /** The blocks of the root as it is now. */
    private final class Slices implements Iterator<Block> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < root.getRowCount();
        }

        @Override
        public Block next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int first = next;
            int rows = Math.min(MOST_ROWS, root.getRowCount() - first);
            next += rows;
            if (rows == root.getRowCount()) {
                return block(root, 0);
            }
            try (VectorSchemaRoot slice = root.slice(first, rows)) {
                return block(slice, first);
            }
        }
    }

    /** The blocks of one batch after the other. */
    private static final class Batches implements Iterator<Block> {
        private final ArrowReader reader;
        private final InsertContext context;
        private @Nullable RootBlocks blocks;
        private @Nullable Iterator<Block> batch;

        Batches(InsertContext context, ArrowReader reader) {
            this.context = context;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            try {
                while (batch == null || !batch.hasNext()) {
                    if (!reader.loadNextBatch()) {
                        return false;
                    }
                    if (reader.getVectorSchemaRoot().getRowCount() == 0) {
                        continue;
                    }
                    RootBlocks known = blocks;
                    if (known == null) {
                        known = new RootBlocks(context, reader.getVectorSchemaRoot(), reader);
                        blocks = known;
                    }
                    batch = known.new Slices();
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Block next() {
            if (!hasNext() || batch == null) {
                throw new NoSuchElementException();
            }
            return batch.next();
        }
    }
}
