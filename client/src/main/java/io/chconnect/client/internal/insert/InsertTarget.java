package io.chconnect.client.internal.insert;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.client.internal.sql.Identifiers;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns an insert fills.
 *
 * @param names their names
 * @param types their types
 * @param zone the zone of wall times for DateTime columns whose type names none
 */
public record InsertTarget(List<String> names, List<DataType> types, ZoneId zone) {
    private static final Set<String> NOT_INSERTABLE = Set.of("ALIAS", "MATERIALIZED");

    /** Asks the server for the types of the columns. */
    public static InsertTarget describe(Client client, String table, List<String> columns) {
        if (columns.isEmpty() || new HashSet<>(columns).size() != columns.size()) {
            throw new ConfigurationException(
                    "The columns of an insert are " + columns + ": expected each once, and one at least");
        }
        Map<String, String> typeOf = new HashMap<>();
        List<String> insertable = new ArrayList<>();
        ZoneId zone;
        try (QueryResult result = client.query("DESCRIBE TABLE " + Identifiers.table(table))) {
            zone = result.zone();
            for (Row row : result) {
                if (!NOT_INSERTABLE.contains(row.getString("default_type"))) {
                    String name = String.valueOf(row.getObject("name"));
                    typeOf.put(name, String.valueOf(row.getObject("type")));
                    insertable.add(name);
                }
            }
        }
        List<DataType> types = new ArrayList<>();
        for (String column : columns) {
            String type = typeOf.get(column);
            if (type == null) {
                throw new ConfigurationException("Table " + table + " has no column \"" + column
                        + "\" to insert into: expected one of " + insertable);
            }
            types.add(parse(column, type));
        }
        return new InsertTarget(List.copyOf(columns), types, zone);
    }

    private static DataType parse(String column, String type) {
        try {
            return DataTypes.parse(type);
        } catch (UnsupportedTypeException e) {
            throw e.inColumn(column);
        }
    }
}
