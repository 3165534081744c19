package io.chconnect.client.internal.insert;

import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code DESCRIBE TABLE} says of a table. ALIAS and MATERIALIZED columns cannot be inserted into; EPHEMERAL ones can, but
 * only when they are named.
 */
public final class TableColumns {
    private static final Set<String> COMPUTED = Set.of("ALIAS", "MATERIALIZED");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<String> stored = new ArrayList<>();
    private final ZoneId zone;

    /** Reads the answer to its end. */
    public TableColumns(QueryResult description) {
        this.zone = description.zone();
        for (Row row : description) {
            String kind = row.getString("default_type");
            if (!COMPUTED.contains(String.valueOf(kind))) {
                String name = String.valueOf(row.getString("name"));
                types.put(name, String.valueOf(row.getString("type")));
                if (!"EPHEMERAL".equals(kind)) {
                    stored.add(name);
                }
            }
        }
    }

    /** The zone of DateTime columns whose type names none. */
    public ZoneId zone() {
        return zone;
    }

    /** The names that may stand in an insert. */
    public List<String> insertable() {
        return List.copyOf(types.keySet());
    }

    /** The names that an insert without names fills. */
    public List<String> stored() {
        return List.copyOf(stored);
    }

    /** Some of the columns. */
    public InsertTarget target(String table, List<String> columns) {
        InsertTarget.requireDistinct(columns);
        List<DataType> chosen = new ArrayList<>();
        for (String column : columns) {
            String type = types.get(column);
            if (type == null) {
                throw new ConfigurationException("Table " + table + " has no column \"" + column
                        + "\" to insert into: expected one of " + types.keySet());
            }
            chosen.add(parse(column, type));
        }
        return new InsertTarget(List.copyOf(columns), chosen, zone);
    }

    private static DataType parse(String column, String type) {
        try {
            return DataTypes.parse(type);
        } catch (UnsupportedTypeException e) {
            throw e.inColumn(column);
        }
    }
}
