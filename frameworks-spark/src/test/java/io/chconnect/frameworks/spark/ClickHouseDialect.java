package io.chconnect.frameworks.spark;

import java.sql.Types;
import org.apache.spark.sql.jdbc.JdbcDialect;
import org.apache.spark.sql.jdbc.JdbcType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MetadataBuilder;
import scala.Option;

/**
 * ClickHouse for Spark's JDBC source: columns with the types of ClickHouse, names in backquotes, and texts in pushed filters
 * with their backslashes. Register it once with {@code JdbcDialects.registerDialect(new ClickHouseDialect())}.
 */
final class ClickHouseDialect extends JdbcDialect {
    private static final long serialVersionUID = 1;

    @Override
    public boolean canHandle(String url) {
        return url.startsWith("jdbc:clickhouse:") || url.startsWith("jdbc:ch:") || url.startsWith("jdbc:chconnect:");
    }

    @Override
    public Option<DataType> getCatalystType(int sqlType, String typeName, int size, MetadataBuilder metadata) {
        return switch (sqlType) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> Option.apply(DataTypes.TimestampType);
            case Types.TINYINT -> Option.apply(DataTypes.ByteType);
            case Types.SMALLINT -> Option.apply(DataTypes.ShortType);
            // Spark takes the unsigned ones for decimals, although they fit.
            case Types.INTEGER -> Option.apply(DataTypes.IntegerType);
            case Types.BIGINT -> Option.apply(DataTypes.LongType);
            case Types.REAL -> Option.apply(DataTypes.FloatType);
            case Types.OTHER -> Option.apply(DataTypes.StringType);
            default -> Option.empty();
        };
    }

    @Override
    public Option<JdbcType> getJDBCType(DataType type) {
        if (type instanceof DecimalType decimal) {
            return jdbc("Decimal(" + decimal.precision() + ", " + decimal.scale() + ")", Types.DECIMAL);
        }
        return switch (type.typeName()) {
            case "string" -> jdbc("String", Types.VARCHAR);
            case "binary" -> jdbc("String", Types.BINARY);
            case "boolean" -> jdbc("Bool", Types.BOOLEAN);
            case "byte" -> jdbc("Int8", Types.TINYINT);
            case "short" -> jdbc("Int16", Types.SMALLINT);
            case "integer" -> jdbc("Int32", Types.INTEGER);
            case "long" -> jdbc("Int64", Types.BIGINT);
            case "float" -> jdbc("Float32", Types.REAL);
            case "double" -> jdbc("Float64", Types.DOUBLE);
            case "date" -> jdbc("Date32", Types.DATE);
            case "timestamp" -> jdbc("DateTime64(6, 'UTC')", Types.TIMESTAMP);
            case "timestamp_ntz" -> jdbc("DateTime64(6)", Types.TIMESTAMP);
            default -> Option.empty();
        };
    }

    @Override
    public String quoteIdentifier(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    @Override
    public Object compileValue(Object value) {
        return value instanceof String text
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
                : super.compileValue(value);
    }

    private static Option<JdbcType> jdbc(String definition, int type) {
        return Option.apply(new JdbcType(definition, type));
    }
}
