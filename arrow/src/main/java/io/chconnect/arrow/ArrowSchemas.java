package io.chconnect.arrow;

import io.chconnect.arrow.internal.FieldTypes;
import io.chconnect.arrow.internal.Mappings;
import io.chconnect.client.ResultColumn;
import io.chconnect.client.TableDefinition;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** ClickHouse's columns as Arrow's fields, and back. */
public final class ArrowSchemas {
    private ArrowSchemas() {}

    /**
     * The schema of columns. Each field has the column's type in its metadata, as {@code clickhouse.type}.
     *
     * @param columns the columns
     * @param zone the zone of DateTime columns whose type names none
     * @param options how they stand in Arrow
     * @return the schema, in which a column with a dictionary has the type of its values
     * @throws UnsupportedTypeException if a column is an unfinished aggregation
     */
    public static Schema of(List<ResultColumn> columns, ZoneId zone, ArrowOptions options) {
        Mappings table = new Mappings(zone, options);
        List<Field> fields = new ArrayList<>();
        for (ResultColumn column : columns) {
            try {
                fields.add(table.of(column.type())
                        .field(
                                column.name(),
                                false,
                                Map.of(FieldTypes.KEY, column.type().name())));
            } catch (UnsupportedTypeException e) {
                throw e.inColumn(column.name());
            }
        }
        return new Schema(fields);
    }

    /**
     * The ClickHouse type of a field: the one that its metadata names as {@code clickhouse.type}, and otherwise the one with
     * exactly the values of its Arrow type. A nullable field is Nullable where the type can be.
     *
     * @param field the field, with the type of its values if it has a dictionary
     * @return the type
     * @throws UnsupportedTypeException if no type has these values
     */
    public static DataType type(Field field) {
        return FieldTypes.of(field);
    }

    /**
     * The definition of a table for the rows of a schema.
     *
     * @param table the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @param schema the schema, with the types of the values where there are dictionaries
     * @return a definition of the engine MergeTree without an order, to be completed
     * @throws UnsupportedTypeException if no type has the values of a field
     */
    public static TableDefinition table(String table, Schema schema) {
        TableDefinition definition = TableDefinition.of(table);
        for (Field field : schema.getFields()) {
            definition.column(field.getName(), type(field));
        }
        return definition;
    }
}
