package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.Client;
import io.chconnect.client.internal.insert.BlockLimit;
import io.chconnect.client.internal.sql.Literals;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.jdbc.internal.bind.Parameters;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.sql.InsertSql;
import io.chconnect.types.DataType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an {@code INSERT … VALUES (?, …)} that go in one statement, as columns. Plain parameters have the types of their
 * columns. Where a value is an expression, the server computes it of the parameters in it, which have the types of their
 * values; rows whose values have other types than the first row's need a section of their own. Not thread-safe.
 */
final class InsertSection {
    private static final BlockLimit LIMIT = new BlockLimit(65_536, 8L << 20);

    /** How many rows a first block makes room for when nothing else is known. */
    static final int FIRST_ROWS = 64;

    private final InsertColumns insert;
    private final List<DataType> types;
    private final List<String> names;
    private final List<Block> full = new ArrayList<>();
    private final boolean typesVary;
    private final int firstRows;
    private @Nullable BlockBuilder builder;
    private int rows;

    /** How many rows may be added before the builder's size is looked at again. */
    private int room;

    /**
     * A section for rows like the given one, which is not added yet.
     *
     * @param firstRows how many rows the first block makes room for
     */
    InsertSection(InsertColumns insert, ParameterValues first, int firstRows) throws SQLException {
        this.insert = insert;
        this.firstRows = firstRows;
        this.types = new ArrayList<>();
        for (int i = 0; i < insert.types().size(); i++) {
            DataType known = insert.types().get(i);
            types.add(known == null ? Parameters.nullableType(first.get(i)) : known);
        }
        this.typesVary = insert.types().stream().anyMatch(Objects::isNull);
        this.names = insert.sql().plain() ? insert.names() : numbered(types.size());
    }

    int rowCount() {
        return rows;
    }

    /** How many rows the first block has. */
    int firstBlockRows() {
        BlockBuilder only = builder;
        return full.isEmpty() ? only == null ? 0 : only.rowCount() : full.get(0).rowCount();
    }

    /** Whether a row's values have the types of this section. */
    boolean takes(ParameterValues row) throws SQLException {
        for (int i = 0; typesVary && i < types.size(); i++) {
            if (insert.types().get(i) == null) {
                Object value = row.get(i);
                if (value != null && !Parameters.nullableType(value).equals(types.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds a row, or nothing when it fails. */
    void add(ParameterValues row) throws SQLException {
        try {
            BlockBuilder target = builder;
            if (target == null) {
                target = new BlockBuilder(names, types, insert.zone(), full.isEmpty() ? firstRows : LIMIT.rows());
                builder = target;
                room = 1;
            }
            try {
                for (int i = 0; i < types.size(); i++) {
                    row.appendTo(target, i);
                }
                target.finishRow();
            } catch (SQLException | RuntimeException e) {
                target.forgetUnfinishedRow();
                throw e;
            }
            rows++;
            if (--room == 0) {
                finish(target);
            }
        } catch (RuntimeException e) {
            throw SqlErrors.from(e);
        }
    }

    /** Ends a block that is full. */
    private void finish(BlockBuilder target) {
        room = LIMIT.room(target);
        if (room == 0) {
            full.add(target.build());
            builder = null;
        }
    }

    /**
     * Sends the rows; afterwards the section is empty, however it ends. The answer is what the server counts as written: the
     * rows of materialized views are in it, and those that it only holds in memory for later are not.
     */
    long send(ClickHouseConnection connection, Execution run) throws SQLException {
        BlockBuilder last = builder;
        if (last != null) {
            full.add(last.build());
        }
        List<Block> blocks = List.copyOf(full);
        full.clear();
        builder = null;
        Client client = connection.client();
        return run.guarded(
                () -> client.insertBlocks(request -> run.describe(request).sql(text()), blocks.iterator())
                        .writtenRows());
    }

    /** The statement of the columns: the user's own head, and an expression per value where they are not all plain. */
    private String text() {
        InsertSql sql = insert.sql();
        if (sql.plain()) {
            return sql.head().strip();
        }
        StringBuilder select = new StringBuilder(sql.head().strip()).append(" SELECT ");
        int parameter = 0;
        for (int i = 0; i < sql.values().size(); i++) {
            InsertSql.Value value = sql.values().get(i);
            List<String> own = names.subList(parameter, parameter + value.parameters());
            select.append(i == 0 ? "" : ", ").append(value.with(own));
            parameter += value.parameters();
        }
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            input.append(i == 0 ? "" : ", ")
                    .append(names.get(i))
                    .append(' ')
                    .append(types.get(i).name());
        }
        return select + " FROM input(" + Literals.text(input.toString()) + ")";
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(RefusedParameter.PREFIX + i);
        }
        return names;
    }
}
