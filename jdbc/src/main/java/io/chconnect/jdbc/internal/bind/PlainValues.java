package io.chconnect.jdbc.internal.bind;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.ClickHouseArray;
import io.chconnect.jdbc.internal.result.ClickHouseStruct;
import java.lang.reflect.Array;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of JDBC's and other special classes as the classes that the type codec takes. */
public final class PlainValues {
    /** Asking a class once spares asking each value for a dozen interfaces that it does not have. */
    private static final ClassValue<Boolean> TAKEN_AS_IS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return (!type.isArray() || type == byte[].class)
                    && SPECIAL.stream().noneMatch(special -> special.isAssignableFrom(type));
        }
    };

    private static final List<Class<?>> SPECIAL = List.of(
            java.util.Date.class,
            Calendar.class,
            LocalTime.class,
            Enum.class,
            Character.class,
            CharSequence.class,
            URL.class,
            Blob.class,
            Clob.class,
            java.sql.Array.class,
            Struct.class,
            Collection.class,
            Map.class);

    private PlainValues() {}

    /** The same value as one of the codec's classes; values of any other class as they are. */
    public static Object of(Object value) throws SQLException {
        return areTakenAsTheyAre(value.getClass()) ? value : plain(value);
    }

    /** Whether the codec takes the values of a class as they are. */
    public static boolean areTakenAsTheyAre(Class<?> type) {
        return type == String.class || TAKEN_AS_IS.get(type);
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Time time) {
            return duration(Instant.ofEpochMilli(time.getTime())
                    .atZone(ZoneId.systemDefault())
                    .toLocalTime());
        }
        if (value instanceof java.util.Date date) {
            return date.toInstant();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        if (value instanceof LocalTime time) {
            return duration(time);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Character || value instanceof CharSequence || value instanceof URL) {
            return value.toString();
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, length(blob.length()));
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, length(clob.length()));
        }
        return container(value);
    }

    private static Object container(Object value) throws SQLException {
        if (value instanceof ClickHouseArray array) {
            return array.values();
        }
        if (value instanceof java.sql.Array array) {
            return of(array.getArray());
        }
        if (value instanceof ClickHouseStruct struct) {
            return struct.values();
        }
        if (value instanceof Struct struct) {
            return list(Arrays.asList(struct.getAttributes()));
        }
        if (value instanceof Collection<?> items) {
            return list(items);
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                plain.put(nullable(entry.getKey()), nullable(entry.getValue()));
            }
            return plain;
        }
        if (value.getClass().isArray() && !(value instanceof byte[])) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(nullable(Array.get(value, i)));
            }
            return items;
        }
        return value;
    }

    private static List<@Nullable Object> list(Collection<?> items) throws SQLException {
        List<@Nullable Object> plain = new ArrayList<>(items.size());
        for (Object item : items) {
            plain.add(nullable(item));
        }
        return plain;
    }

    private static @Nullable Object nullable(@Nullable Object value) throws SQLException {
        return value == null ? null : of(value);
    }

    private static Duration duration(LocalTime time) {
        return Duration.ofNanos(time.toNanoOfDay());
    }

    private static int length(long length) throws SQLException {
        if (length > Integer.MAX_VALUE) {
            throw SqlErrors.outOfRange("The length " + length + " is beyond 2 GiB");
        }
        return (int) length;
    }
}
