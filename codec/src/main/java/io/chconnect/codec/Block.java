package io.chconnect.codec;

import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in columns: the unit in which ClickHouse sends data. Immutable; a block and its columns stay valid after the result
 * they came from is closed. Thread-safe.
 */
public final class Block {
    private final List<String> names;
    private final List<Column> columns;
    private final int rowCount;
    private final Map<String, Integer> positions;

    /**
     * Creates a block.
     *
     * @param names the names of the columns in order; a name may stand twice
     * @param columns the columns, each with the same number of rows
     * @throws ConfigurationException if there are not as many names as columns, or the columns differ in length
     */
    public Block(List<String> names, List<? extends Column> columns) {
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.rowCount = this.columns.isEmpty() ? 0 : this.columns.get(0).rowCount();
        if (names.size() != columns.size()) {
            throw new ConfigurationException(names.size() + " names for " + columns.size() + " columns");
        }
        this.positions = new HashMap<>();
        for (int i = 0; i < this.columns.size(); i++) {
            int rows = this.columns.get(i).rowCount();
            if (rows != rowCount) {
                throw new ConfigurationException("Column \"" + this.names.get(i) + "\" has " + rows + " rows, expected "
                        + rowCount + " as in \"" + this.names.get(0) + "\"");
            }
            positions.putIfAbsent(this.names.get(i), i);
        }
    }

    /**
     * How many rows there are.
     *
     * @return at least 0
     */
    public int rowCount() {
        return rowCount;
    }

    /**
     * How many columns there are.
     *
     * @return at least 0
     */
    public int columnCount() {
        return columns.size();
    }

    /**
     * The names of the columns.
     *
     * @return unmodifiable, in order
     */
    public List<String> names() {
        return names;
    }

    /**
     * The columns.
     *
     * @return unmodifiable, in order
     */
    public List<Column> columns() {
        return columns;
    }

    /**
     * A column by its place.
     *
     * @param index from 0 to {@code columnCount() - 1}
     * @return the column
     * @throws ConfigurationException if there is no such column
     */
    public Column column(int index) {
        if (index < 0 || index >= columns.size()) {
            throw new ConfigurationException("No column " + index + ": there are " + columns.size() + " columns");
        }
        return columns.get(index);
    }

    /**
     * A column by its name; the first one of that name.
     *
     * @param name the name, in its own case
     * @return the column
     * @throws ConfigurationException if there is no such column
     */
    public Column column(String name) {
        return columns.get(index(name));
    }

    /**
     * The place of a column; of the first one of that name.
     *
     * @param name the name, in its own case
     * @return from 0 to {@code columnCount() - 1}
     * @throws ConfigurationException if there is no such column
     */
    public int index(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new ConfigurationException("No column \"" + name + "\": the columns are " + names);
        }
        return position;
    }
}
