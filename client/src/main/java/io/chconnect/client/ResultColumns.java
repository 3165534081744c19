package io.chconnect.client;

import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole result as columns, each joined over all blocks. Every method makes new arrays, {@code rowCount()} long, which belong
 * to the caller. Immutable and thread-safe.
 */
public final class ResultColumns {
    private final List<ResultColumn> columns;
    private final List<Block> blocks;
    private final int rowCount;

    ResultColumns(List<ResultColumn> columns, List<Block> blocks) {
        long rows = blocks.stream().mapToLong(Block::rowCount).sum();
        if (rows > Integer.MAX_VALUE) {
            throw new ConfigurationException("The result has " + rows + " rows: an array holds at most "
                    + Integer.MAX_VALUE + ", read it by blocks");
        }
        this.columns = List.copyOf(columns);
        this.blocks = List.copyOf(blocks);
        this.rowCount = (int) rows;
    }

    /**
     * How many rows the result has.
     *
     * @return at least 0
     */
    public int rowCount() {
        return rowCount;
    }

    /**
     * The columns' names and types.
     *
     * @return unmodifiable, in order
     */
    public List<ResultColumn> columns() {
        return columns;
    }

    /**
     * A column of whole numbers.
     *
     * @param name the column; the first one of that name
     * @return a new array
     * @throws ConversionException if a value is NULL, no number, or too large; it names the row, counted from 0
     * @throws ConfigurationException if there is no such column
     */
    public long[] toLongs(String name) {
        long[] values = new long[rowCount];
        each(name, (column, row, at) -> values[at] = column.getLong(row));
        return values;
    }

    /**
     * A column of whole numbers.
     *
     * @param name the column; the first one of that name
     * @param whenNull what stands for NULL
     * @return a new array
     * @throws ConversionException if a value is no number, or too large; it names the row, counted from 0
     * @throws ConfigurationException if there is no such column
     */
    public long[] toLongs(String name, long whenNull) {
        long[] values = new long[rowCount];
        each(name, (column, row, at) -> values[at] = column.isNull(row) ? whenNull : column.getLong(row));
        return values;
    }

    /**
     * A column of numbers.
     *
     * @param name the column; the first one of that name
     * @return a new array
     * @throws ConversionException if a value is NULL, no number, or not exactly a double; it names the row, counted from 0
     * @throws ConfigurationException if there is no such column
     */
    public double[] toDoubles(String name) {
        return doubles(index(name), null);
    }

    /**
     * A column of numbers.
     *
     * @param name the column; the first one of that name
     * @param whenNull what stands for NULL, for example {@link Double#NaN}
     * @return a new array
     * @throws ConversionException if a value is no number, or not exactly a double; it names the row, counted from 0
     * @throws ConfigurationException if there is no such column
     */
    public double[] toDoubles(String name, double whenNull) {
        return doubles(index(name), whenNull);
    }

    /**
     * All columns of a result that holds nothing but numbers.
     *
     * @param whenNull what stands for NULL, for example {@link Double#NaN}
     * @return a new array for each column, in order
     * @throws ConversionException if a value is no number, or not exactly a double; it names the row, counted from 0
     */
    public double[][] toDoubleArrays(double whenNull) {
        double[][] all = new double[columns.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = doubles(i, whenNull);
        }
        return all;
    }

    /**
     * A column as text: Strings and Enum labels as they are, other values as the server's {@code toString} gives them.
     *
     * @param name the column; the first one of that name
     * @return a new array, with null where the value is NULL
     * @throws ConversionException if a value is not UTF-8; it names the row, counted from 0
     * @throws ConfigurationException if there is no such column
     */
    public @Nullable String[] toStrings(String name) {
        @Nullable String[] values = new String[rowCount];
        each(name, (column, row, at) -> values[at] = column.isNull(row) ? null : column.getText(row));
        return values;
    }

    /**
     * A column as objects of the class that belongs to its type.
     *
     * @param name the column; the first one of that name
     * @return a new array, with null where the value is NULL
     * @throws ConversionException if a value has no such form; it names the row, counted from 0
     * @throws ConfigurationException if there is no such column
     */
    public @Nullable Object[] toObjects(String name) {
        @Nullable Object[] values = new Object[rowCount];
        each(name, (column, row, at) -> values[at] = column.get(row));
        return values;
    }

    /**
     * Where a column is NULL.
     *
     * @param name the column; the first one of that name
     * @return a new array, true at each row that is NULL
     * @throws ConfigurationException if there is no such column
     */
    public boolean[] nullMap(String name) {
        boolean[] nulls = new boolean[rowCount];
        each(name, (column, row, at) -> nulls[at] = column.isNull(row));
        return nulls;
    }

    /** Shows the size, and no values. */
    @Override
    public String toString() {
        return "ResultColumns[" + columns.size() + " columns, " + rowCount + " rows]";
    }

    private double[] doubles(int index, @Nullable Double whenNull) {
        double[] values = new double[rowCount];
        each(
                index,
                (column, row, at) ->
                        values[at] = whenNull != null && column.isNull(row) ? whenNull : column.getDouble(row));
        return values;
    }

    private int index(String name) {
        List<String> names = new ArrayList<>();
        for (ResultColumn column : columns) {
            names.add(column.name());
        }
        int index = names.indexOf(name);
        if (index < 0) {
            throw new ConfigurationException("The result has no column \"" + name + "\": expected one of " + names);
        }
        return index;
    }

    private void each(String name, Cell cell) {
        each(index(name), cell);
    }

    private void each(int index, Cell cell) {
        int at = 0;
        for (Block block : blocks) {
            Column column = block.column(index);
            for (int row = 0; row < block.rowCount(); row++, at++) {
                try {
                    cell.put(column, row, at);
                } catch (ConversionException e) {
                    throw e.at(columns.get(index).name(), at);
                }
            }
        }
    }

    /** Takes one value over. */
    @FunctionalInterface
    private interface Cell {
        void put(Column column, int row, int at);
    }
}
