package io.chconnect.jdbc.internal.result;

import io.chconnect.types.DataType;
import io.chconnect.types.IntegerType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array as a result of two columns, {@code INDEX} and {@code VALUE}. */
final class ArrayResult {
    private ArrayResult() {}

    /** The result of some values, the first of which has the given index. */
    static ResultSet of(DataType element, List<?> values, long firstIndex) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(Arrays.asList(firstIndex + i, values.get(i)));
        }
        return MemoryResult.of(List.of("INDEX", "VALUE"), List.of(IntegerType.INT64, element), rows, null);
    }
}
