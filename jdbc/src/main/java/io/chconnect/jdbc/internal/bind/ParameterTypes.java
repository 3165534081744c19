package io.chconnect.jdbc.internal.bind;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DateTime64Type;
import io.chconnect.types.DecimalType;
import io.chconnect.types.FloatType;
import io.chconnect.types.IntegerType;
import io.chconnect.types.MapType;
import io.chconnect.types.NullableType;
import io.chconnect.types.SimpleType;
import io.chconnect.types.Time64Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ClickHouse type that holds a Java value exactly. */
final class ParameterTypes {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2299;
    private static final int LAST_YEAR_OF_NANOS = 2261;
    private static final Duration LONGEST_TIME = Duration.ofHours(1000);

    private ParameterTypes() {}

    static DataType of(Object value) throws SQLException {
        if (value instanceof String) {
            return SimpleType.STRING;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOL;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return IntegerType.INT64;
        }
        if (value instanceof Double) {
            return FloatType.FLOAT64;
        }
        if (value instanceof Float) {
            return FloatType.FLOAT32;
        }
        if (value instanceof BigInteger integer) {
            return integer(integer);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (value instanceof UUID) {
            return SimpleType.UUID;
        }
        if (value instanceof Inet4Address) {
            return SimpleType.IPV4;
        }
        if (value instanceof Inet6Address) {
            return SimpleType.IPV6;
        }
        return ofTimeOrContainer(value);
    }

    /** The value as the class that the text form of the type takes. */
    static @Nullable Object fit(DataType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type.kind()) {
            case INT64 -> ((Number) value).longValue();
            case INT128, INT256, UINT64, UINT256 ->
                value instanceof BigInteger ? value : BigInteger.valueOf(((Number) value).longValue());
            case DECIMAL -> ((BigDecimal) value).setScale(((DecimalType) type).scale());
            case DATETIME64 -> zoned(value);
            case NULLABLE -> fit(((NullableType) type).inner(), value);
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (Object item : (Collection<?>) value) {
                    items.add(fit(((ArrayType) type).element(), item));
                }
                yield items;
            }
            case MAP -> {
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    map.put(
                            fit(((MapType) type).key(), entry.getKey()),
                            fit(((MapType) type).value(), entry.getValue()));
                }
                yield map;
            }
            default -> value;
        };
    }

    private static DataType ofTimeOrContainer(Object value) throws SQLException {
        if (value instanceof LocalDate date) {
            requireYear(date.getYear(), LAST_YEAR, value);
            return SimpleType.DATE32;
        }
        if (value instanceof LocalDateTime time) {
            return dateTime(time, null, value);
        }
        if (value instanceof Instant || value instanceof ZonedDateTime || value instanceof OffsetDateTime) {
            return dateTime(((ZonedDateTime) zoned(value)).toLocalDateTime(), "UTC", value);
        }
        if (value instanceof Duration duration) {
            if (duration.abs().compareTo(LONGEST_TIME) >= 0) {
                throw SqlErrors.outOfRange("The time " + value + ": expected less than 1000 hours");
            }
            int digits = digits(duration.toNanosPart());
            return digits == 0 ? SimpleType.TIME : new Time64Type(digits);
        }
        if (value instanceof Collection<?> items) {
            return new ArrayType(ElementTypes.common(items));
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? new MapType(SimpleType.STRING, SimpleType.STRING)
                    : new MapType(ElementTypes.common(map.keySet()), ElementTypes.common(map.values()));
        }
        throw SqlErrors.invalidArgument(
                "A parameter of class " + value.getClass().getName()
                        + " is not supported: expected a number, text, date, time, UUID, address, byte[], array, Collection or Map");
    }

    private static DataType dateTime(LocalDateTime time, @Nullable String zone, Object value) throws SQLException {
        int digits = Math.max(3, digits(time.get(ChronoField.NANO_OF_SECOND)));
        requireYear(time.getYear(), digits == 9 ? LAST_YEAR_OF_NANOS : LAST_YEAR, value);
        return new DateTime64Type(digits, zone);
    }

    private static int digits(int nanos) {
        if (nanos == 0) {
            return 0;
        }
        return nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
    }

    private static void requireYear(int year, int last, Object value) throws SQLException {
        if (year < FIRST_YEAR || year > last) {
            throw SqlErrors.outOfRange(
                    "The value " + value + " is out of range: expected the years " + FIRST_YEAR + " to " + last);
        }
    }

    /** Wall times as they are; points in time in UTC. */
    private static Object zoned(Object value) {
        if (value instanceof LocalDateTime) {
            return value;
        }
        if (value instanceof Instant instant) {
            return instant.atZone(ZoneOffset.UTC);
        }
        TemporalAccessor time = (TemporalAccessor) value;
        return Instant.ofEpochSecond(time.getLong(ChronoField.INSTANT_SECONDS), time.get(ChronoField.NANO_OF_SECOND))
                .atZone(ZoneOffset.UTC);
    }

    private static DataType integer(BigInteger value) throws SQLException {
        int bits = value.bitLength();
        if (bits < 64) {
            return IntegerType.INT64;
        }
        if (value.signum() > 0 && bits == 64) {
            return IntegerType.UINT64;
        }
        if (bits < 128) {
            return IntegerType.INT128;
        }
        if (bits < 256) {
            return IntegerType.INT256;
        }
        if (value.signum() > 0 && bits == 256) {
            return IntegerType.UINT256;
        }
        throw SqlErrors.outOfRange("The number has " + bits + " bits: expected at most 256");
    }

    private static DataType decimal(BigDecimal value) throws SQLException {
        int scale = Math.max(0, value.scale());
        long precision = Math.max(Math.max(1, scale), (long) value.precision() - value.scale() + scale);
        if (precision > DecimalType.MAX_PRECISION) {
            throw SqlErrors.outOfRange("The decimal " + value.precision() + " digits long with scale " + value.scale()
                    + " needs " + precision + " digits: expected at most " + DecimalType.MAX_PRECISION);
        }
        return new DecimalType((int) precision, scale);
    }
}
