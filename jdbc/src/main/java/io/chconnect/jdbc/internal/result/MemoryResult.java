package io.chconnect.jdbc.internal.result;

import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.types.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results that the driver makes itself. */
public final class MemoryResult {
    private MemoryResult() {}

    /** A scrollable result of some rows. */
    public static ResultSet of(
            List<String> names,
            List<DataType> types,
            List<? extends List<? extends @Nullable Object>> rows,
            @Nullable Statement statement)
            throws SQLException {
        BlockBuilder builder = new BlockBuilder(names, types, ZoneOffset.UTC, rows.size());
        rows.forEach(builder::appendRow);
        List<Block> blocks = rows.isEmpty() ? List.of() : List.of(builder.build());
        return ClickHouseResultSet.scrollable(new ResultColumns(names, types), blocks, 0, statement, () -> {});
    }
}
