package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import io.chconnect.error.ClickHouseException;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.types.DataTypes;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@code getTypeInfo}: every type family that the server has, aliases too. */
final class TypeRows {
    private static final MetadataShape SHAPE = MetadataShape.of("""
            TYPE_NAME DATA_TYPE:i PRECISION:i LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS NULLABLE:h CASE_SENSITIVE:b
            SEARCHABLE:h UNSIGNED_ATTRIBUTE:b FIXED_PREC_SCALE:b AUTO_INCREMENT:b LOCAL_TYPE_NAME MINIMUM_SCALE:h
            MAXIMUM_SCALE:h SQL_DATA_TYPE:i SQL_DATETIME_SUB:i NUM_PREC_RADIX:i""");

    /** An example of each family whose name alone is no type. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("Array", "Array(String)"),
            Map.entry("Decimal", "Decimal(76, 0)"),
            Map.entry("Decimal32", "Decimal(9, 0)"),
            Map.entry("Decimal64", "Decimal(18, 0)"),
            Map.entry("Decimal128", "Decimal(38, 0)"),
            Map.entry("Decimal256", "Decimal(76, 0)"),
            Map.entry("DateTime64", "DateTime64(9)"),
            Map.entry("Time64", "Time64(9)"),
            Map.entry("Enum", "Enum8('' = 0)"),
            Map.entry("Enum8", "Enum8('' = 0)"),
            Map.entry("Enum16", "Enum16('' = 0)"),
            Map.entry("FixedString", "FixedString(1)"),
            Map.entry("Map", "Map(String, String)"),
            Map.entry("Nested", "Nested(a String)"),
            Map.entry("QBit", "QBit(Float32, 1)"),
            Map.entry("Tuple", "Tuple(String)"));

    private TypeRows() {}

    static ResultSet of(List<Row> families) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row family : families) {
            rows.add(row(String.valueOf(family.getString("name")), String.valueOf(family.getString("alias_to"))));
        }
        rows.sort(Comparator.comparing((List<@Nullable Object> row) -> (Integer) row.get(1))
                .thenComparing(row -> String.valueOf(row.get(0))));
        return SHAPE.rows(rows);
    }

    private static List<@Nullable Object> row(String name, String aliasTo) {
        JdbcType type = type(aliasTo.isEmpty() ? name : aliasTo);
        int code = type == null ? Types.OTHER : type.code();
        boolean decimal = code == Types.DECIMAL;
        boolean quoted = code == Types.VARCHAR || code == Types.DATE || code == Types.TIMESTAMP || code == Types.TIME;
        boolean fraction = code == Types.TIMESTAMP || code == Types.TIME;
        int scale = type == null ? 0 : decimal ? type.precision() : fraction ? type.scale() : 0;
        return Arrays.asList(
                name,
                code,
                type == null ? null : type.precision(),
                quoted ? "'" : null,
                quoted ? "'" : null,
                decimal ? "precision,scale" : null,
                (short) DatabaseMetaData.typeNullable,
                type != null && type.caseSensitive(),
                (short) DatabaseMetaData.typeSearchable,
                type == null || !type.signed(),
                false,
                false,
                name,
                (short) 0,
                (short) scale,
                null,
                null,
                10);
    }

    private static @Nullable JdbcType type(String family) {
        try {
            return JdbcType.of(DataTypes.parse(EXAMPLES.getOrDefault(family, family)));
        } catch (ClickHouseException e) {
            return null;
        }
    }
}
