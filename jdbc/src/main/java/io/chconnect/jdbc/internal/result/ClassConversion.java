package io.chconnect.jdbc.internal.result;

import io.chconnect.jdbc.TypedValue;
import io.chconnect.jdbc.internal.error.SqlErrors;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code getObject} with a class: which classes there are, and how a value becomes one of them. */
public final class ClassConversion {
    private static final Map<Class<?>, Conversion> CONVERSIONS = new HashMap<>();

    /** Makes an object of a value that is not NULL. */
    @FunctionalInterface
    private interface Conversion {
        @Nullable
        Object convert(ColumnAccessor column, int row) throws SQLException;
    }

    static {
        CONVERSIONS.put(String.class, ColumnAccessor::getString);
        CONVERSIONS.put(Boolean.class, ColumnAccessor::getBoolean);
        CONVERSIONS.put(Byte.class, (column, row) ->
                (byte) Numbers.narrow(column.getLong(row), Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte"));
        CONVERSIONS.put(Short.class, (column, row) ->
                (short) Numbers.narrow(column.getLong(row), Short.MIN_VALUE, Short.MAX_VALUE, "a short"));
        CONVERSIONS.put(Integer.class, (column, row) ->
                (int) Numbers.narrow(column.getLong(row), Integer.MIN_VALUE, Integer.MAX_VALUE, "an int"));
        CONVERSIONS.put(Long.class, ColumnAccessor::getLong);
        CONVERSIONS.put(Float.class, (column, row) -> Numbers.narrow(column.getDouble(row)));
        CONVERSIONS.put(Double.class, ColumnAccessor::getDouble);
        CONVERSIONS.put(BigInteger.class, (column, row) -> Numbers.whole(column.getBigDecimal(row)));
        CONVERSIONS.put(BigDecimal.class, ColumnAccessor::getBigDecimal);
        CONVERSIONS.put(byte[].class, ColumnAccessor::getBytes);
        CONVERSIONS.put(Date.class, (column, row) -> Temporals.date(column.getValue(row), column.type(), null));
        CONVERSIONS.put(Time.class, (column, row) -> Temporals.time(column.getValue(row), column.type(), null));
        CONVERSIONS.put(
                Timestamp.class, (column, row) -> Temporals.timestamp(column.getValue(row), column.type(), null));
        CONVERSIONS.put(
                java.util.Date.class,
                (column, row) -> java.util.Date.from(
                        Temporals.instant(column.getValue(row), column.type(), ZoneId.systemDefault())));
        CONVERSIONS.put(LocalDate.class, (column, row) -> Temporals.localDate(column.getValue(row), column.type()));
        CONVERSIONS.put(LocalTime.class, (column, row) -> Temporals.localTime(column.getValue(row), column.type()));
        CONVERSIONS.put(
                LocalDateTime.class, (column, row) -> Temporals.localDateTime(column.getValue(row), column.type()));
        CONVERSIONS.put(
                OffsetDateTime.class, (column, row) -> Temporals.offsetDateTime(column.getValue(row), column.type()));
        CONVERSIONS.put(ZonedDateTime.class, ClassConversion::zonedDateTime);
        CONVERSIONS.put(
                Instant.class,
                (column, row) -> Temporals.offsetDateTime(column.getValue(row), column.type())
                        .toInstant());
        CONVERSIONS.put(Duration.class, ClassConversion::duration);
        CONVERSIONS.put(URL.class, (column, row) -> url(column.getString(row)));
        CONVERSIONS.put(Array.class, (column, row) -> JdbcObjects.array(column.type(), column.getValue(row)));
        CONVERSIONS.put(TypedValue.class, (column, row) -> new TypedValue(column.type(), column.getValue(row)));
        CONVERSIONS.put(Object.class, (column, row) -> JdbcObjects.of(column.type(), column.getValue(row)));
    }

    private ClassConversion() {}

    /** A value that is not NULL as an object of a class. */
    public static <T> T convert(ColumnAccessor column, int row, Class<T> target) throws SQLException {
        Conversion conversion = CONVERSIONS.get(target);
        Object result = conversion == null ? other(column, row, target) : conversion.convert(column, row);
        if (!target.isInstance(result)) {
            throw notA(column, target);
        }
        return target.cast(result);
    }

    private static @Nullable Object other(ColumnAccessor column, int row, Class<?> target) throws SQLException {
        if (target.isPrimitive()) {
            throw SqlErrors.invalidArgument("The class " + target + " is primitive: ask for its wrapper");
        }
        Object value = column.getValue(row);
        if (target.isInstance(value)) {
            return value;
        }
        if (target.isEnum()) {
            return enumConstant(column.getString(row), target);
        }
        if (target == Struct.class) {
            return JdbcObjects.of(column.type(), value);
        }
        return ContainerConversion.convert(column.type(), value, target);
    }

    private static Object enumConstant(String label, Class<?> target) throws SQLException {
        for (Object constant : target.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(label)) {
                return constant;
            }
        }
        throw SqlErrors.conversion("The enum " + target.getName() + " has no constant " + Numbers.shorten(label));
    }

    private static Object zonedDateTime(ColumnAccessor column, int row) throws SQLException {
        Object value = column.getValue(row);
        return value instanceof ZonedDateTime
                ? value
                : Temporals.offsetDateTime(value, column.type()).toZonedDateTime();
    }

    private static Object duration(ColumnAccessor column, int row) throws SQLException {
        Object value = column.getValue(row);
        if (value instanceof Duration) {
            return value;
        }
        throw notA(column, Duration.class);
    }

    /** A text as a URL. */
    public static URL url(String text) throws SQLException {
        try {
            return new URI(text).toURL();
        } catch (URISyntaxException | java.net.MalformedURLException | IllegalArgumentException e) {
            throw SqlErrors.conversion("The text " + Numbers.shorten(text) + " is not a URL");
        }
    }

    private static SQLException notA(ColumnAccessor column, Class<?> target) {
        return SqlErrors.conversion("Column \"" + column.name() + "\" of type "
                + column.type().name() + " cannot be had as " + target.getName());
    }
}
