package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.DataType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a result: names, types, and which one a label means. Immutable. */
public final class ResultColumns {
    private final List<String> names;
    private final List<DataType> types;
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> anyCase = new HashMap<>();

    public ResultColumns(List<String> names, List<DataType> types) {
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        for (int i = 0; i < this.names.size(); i++) {
            exact.putIfAbsent(this.names.get(i), i + 1);
            anyCase.putIfAbsent(this.names.get(i).toLowerCase(Locale.ROOT), i + 1);
        }
    }

    /** The columns of a block. */
    public static ResultColumns of(Block block) {
        return new ResultColumns(
                block.names(), block.columns().stream().map(Column::type).toList());
    }

    /** How many there are. */
    public int count() {
        return names.size();
    }

    /** The name of a column, counted from 1. */
    public String name(int column) throws SQLException {
        return names.get(place(column));
    }

    /** The type of a column, counted from 1. */
    public DataType type(int column) throws SQLException {
        return types.get(place(column));
    }

    /** The first column of a name, counted from 1: in its own case, else in any. */
    public int find(String label) throws SQLException {
        Integer found = exact.get(label);
        if (found == null) {
            found = label == null ? null : anyCase.get(label.toLowerCase(Locale.ROOT));
        }
        if (found == null) {
            throw SqlErrors.noColumn("There is no column \"" + label + "\": the columns are " + names);
        }
        return found;
    }

    /** A column, counted from 0, of its number counted from 1. */
    int place(int column) throws SQLException {
        if (column < 1 || column > names.size()) {
            throw SqlErrors.noColumn("There is no column " + column + ": expected 1 to " + names.size());
        }
        return column - 1;
    }
}
