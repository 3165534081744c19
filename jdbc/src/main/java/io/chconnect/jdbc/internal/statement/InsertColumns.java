package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.sql.InsertSql;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an {@code INSERT … VALUES (?, …)} fills, as the server describes them.
 *
 * @param sql the statement
 * @param zone the zone of wall times
 * @param names the columns, in the order of the statement's values
 * @param types the types of the parameters: that of the column, or null within an expression, where any type may fit
 */
record InsertColumns(InsertSql sql, ZoneId zone, List<String> names, List<@Nullable DataType> types) {
    private static final Set<String> NOT_INSERTABLE = Set.of("ALIAS", "MATERIALIZED", "EPHEMERAL");

    /**
     * Whether the rows of a statement can go as columns: its values are parameters, or the server can compute them from
     * parameters, which in process it cannot.
     */
    static boolean canTake(InsertSql sql, boolean embedded) {
        return sql.plain()
                || (!embedded
                        && sql.values().stream().noneMatch(value -> value.text().equalsIgnoreCase("DEFAULT")));
    }

    /** Asks the server. */
    static InsertColumns describe(ClickHouseConnection connection, InsertSql sql) throws SQLException {
        Client client = connection.client();
        return SqlErrors.call(() -> {
            Map<String, DataType> known = new LinkedHashMap<>();
            ZoneId zone;
            try (QueryResult result = client.query(request -> {
                connection.describe(request);
                return request.sql("DESCRIBE TABLE " + sql.table());
            })) {
                zone = result.zone();
                for (Row row : result) {
                    String kind = row.getString("default_type");
                    if (!NOT_INSERTABLE.contains(String.valueOf(kind))
                            || !sql.columns().isEmpty()) {
                        known.put(
                                String.valueOf(row.getString("name")),
                                DataTypes.parse(String.valueOf(row.getString("type"))));
                    }
                }
            }
            List<String> names = sql.columns().isEmpty() ? List.copyOf(known.keySet()) : sql.columns();
            return new InsertColumns(sql, zone, names, parameterTypes(sql, names, known));
        });
    }

    private static List<@Nullable DataType> parameterTypes(
            InsertSql sql, List<String> columns, Map<String, DataType> known) throws SQLException {
        if (columns.size() != sql.values().size()) {
            throw SqlErrors.syntax(
                    "The insert has " + sql.values().size() + " values for " + columns.size() + " columns: " + columns);
        }
        List<@Nullable DataType> types = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            InsertSql.Value value = sql.values().get(i);
            DataType type = known.get(columns.get(i));
            if (type == null) {
                throw SqlErrors.noColumn("Table " + sql.table() + " has no column \"" + columns.get(i)
                        + "\" to insert into: expected one of " + known.keySet());
            }
            for (int parameter = 0; parameter < value.parameters(); parameter++) {
                types.add(value.plain() ? type : null);
            }
        }
        return types;
    }
}
