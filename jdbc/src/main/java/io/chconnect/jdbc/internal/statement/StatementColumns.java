package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.error.ServerException;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.ResultColumns;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a query that has not run. */
final class StatementColumns {
    private StatementColumns() {}

    /** The columns; empty when the server cannot describe the statement. */
    static Optional<ResultColumns> describe(ClickHouseConnection connection, String sql, Map<String, Object> parameters)
            throws SQLException {
        Client client = connection.client();
        return SqlErrors.call(() -> {
            List<String> names = new ArrayList<>();
            List<DataType> types = new ArrayList<>();
            try (QueryResult result = client.query(request -> {
                parameters.forEach(connection.describe(request)::parameter);
                return request.sql("DESCRIBE TABLE (" + sql + "\n)");
            })) {
                for (Row row : result) {
                    names.add(String.valueOf(row.getString("name")));
                    types.add(DataTypes.parse(String.valueOf(row.getString("type"))));
                }
            } catch (ServerException e) {
                return Optional.empty();
            }
            return Optional.of(new ResultColumns(names, types));
        });
    }
}
