package io.chconnect.jooq.internal.type;

import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ reads local dates and times by way of the classes of {@code java.sql}, which would show them in the JVM's zone. Where a
 * result has such columns, these classes here keep the wall time of the column beside.
 */
public final class WallTimes implements ExecuteListener {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates a listener. */
    public WallTimes() {}

    @Override
    public void resultStart(ExecuteContext context) {
        ResultSet results = context.resultSet();
        try {
            if (results != null && hasTimes(results.getMetaData())) {
                context.resultSet(keepingWallTimes(results));
            }
        } catch (SQLException e) {
            context.sqlException(e);
        }
    }

    private static boolean hasTimes(ResultSetMetaData columns) throws SQLException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            int type = columns.getColumnType(i);
            if (type == Types.DATE || type == Types.TIMESTAMP || type == Types.TIME) {
                return true;
            }
        }
        return false;
    }

    private static ResultSet keepingWallTimes(ResultSet results) {
        return (ResultSet) Proxy.newProxyInstance(
                WallTimes.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    boolean ofColumn = arguments != null && arguments.length == 1;
                    if (!ofColumn || !(arguments[0] instanceof Integer column)) {
                        return invoke(results, method, arguments);
                    }
                    return switch (method.getName()) {
                        case "getDate" -> date(results, column);
                        case "getTime" -> time(results, column);
                        case "getTimestamp" -> timestamp(results, column);
                        default -> invoke(results, method, arguments);
                    };
                });
    }

    private static @Nullable Object invoke(ResultSet results, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(results, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object timestamp(ResultSet results, int column) throws SQLException {
        Timestamp instant = results.getTimestamp(column);
        return instant == null ? null : new WallTimestamp(instant, results.getObject(column, LocalDateTime.class));
    }

    /** The JVM's zone may have no such day, so that its own class could not be made. */
    private static @Nullable Object date(ResultSet results, int column) throws SQLException {
        LocalDate date = results.getObject(column, LocalDate.class);
        return date == null ? null : new WallDate(date);
    }

    private static @Nullable Object time(ResultSet results, int column) throws SQLException {
        Time shown = results.getTime(column);
        return shown == null ? null : new WallTime(shown, results.getObject(column, LocalTime.class));
    }

    /** A point in time that knows its wall time in the zone of its column. */
    private static final class WallTimestamp extends Timestamp {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDateTime wallTime;

        WallTimestamp(Timestamp instant, LocalDateTime wallTime) {
            super(instant.getTime());
            setNanos(instant.getNanos());
            this.wallTime = wallTime;
        }

        @Override
        public LocalDateTime toLocalDateTime() {
            return wallTime;
        }
    }

    /** A date that also is right where the JVM's zone has no such day. */
    private static final class WallDate extends Date {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate date;

        WallDate(LocalDate date) {
            super(date.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli());
            this.date = date;
        }

        @Override
        public LocalDate toLocalDate() {
            return date;
        }
    }

    /** A time of day with its fraction. */
    private static final class WallTime extends Time {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalTime time;

        WallTime(Time shown, LocalTime time) {
            super(shown.getTime());
            this.time = time;
        }

        @Override
        public LocalTime toLocalTime() {
            return time;
        }
    }
}
