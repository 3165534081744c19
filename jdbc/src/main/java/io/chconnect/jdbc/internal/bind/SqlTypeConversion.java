package io.chconnect.jdbc.internal.bind;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.ScalarValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** {@code setObject} with a type of {@link Types}: the value as the class that belongs to the type. */
public final class SqlTypeConversion {
    private SqlTypeConversion() {}

    /** The converted value; {@code scale} counts for DECIMAL and NUMERIC, negative when it is not said. */
    public static @Nullable Object convert(@Nullable Object given, int type, int scale) throws SQLException {
        if (given == null) {
            return null;
        }
        Object value = PlainValues.of(given);
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> ScalarValue.as(value, Boolean.class);
            case Types.TINYINT -> ScalarValue.as(value, Byte.class);
            case Types.SMALLINT -> ScalarValue.as(value, Short.class);
            case Types.INTEGER -> ScalarValue.as(value, Integer.class);
            case Types.BIGINT -> ScalarValue.as(value, Long.class);
            case Types.REAL -> ScalarValue.as(value, Float.class);
            case Types.FLOAT, Types.DOUBLE -> ScalarValue.as(value, Double.class);
            case Types.DECIMAL, Types.NUMERIC -> decimal(value, scale);
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.DATALINK -> value instanceof byte[] ? value : ScalarValue.as(value, String.class);
            case Types.DATE -> ScalarValue.as(value, LocalDate.class);
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> ScalarValue.as(value, LocalTime.class);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                value instanceof String || value instanceof LocalDate
                        ? ScalarValue.as(value, LocalDateTime.class)
                        : value;
            case Types.ARRAY,
                    Types.BINARY,
                    Types.VARBINARY,
                    Types.LONGVARBINARY,
                    Types.BLOB,
                    Types.JAVA_OBJECT,
                    Types.NULL,
                    Types.OTHER,
                    Types.STRUCT,
                    Types.DISTINCT -> given;
            default -> throw SqlErrors.invalidArgument("The type " + type + " of java.sql.Types is not supported");
        };
    }

    private static Object decimal(Object value, int scale) throws SQLException {
        BigDecimal number = ScalarValue.as(value, BigDecimal.class);
        return scale < 0 ? number : number.setScale(scale, RoundingMode.HALF_UP);
    }
}
