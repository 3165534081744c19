package io.chconnect.jooq.internal.render;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.VisitContext;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;

/** Parts, units and differences of dates and times. */
final class TimeRepairs {
    /** Parts as functions, by jOOQ's meaning of each. */
    private static final Map<DatePart, String> EXTRACTS = Map.ofEntries(
            Map.entry(DatePart.DAY_OF_WEEK, "toDayOfWeek({0}, 3)"),
            Map.entry(DatePart.ISO_DAY_OF_WEEK, "toDayOfWeek({0})"),
            Map.entry(DatePart.DAY_OF_YEAR, "toDayOfYear({0})"),
            Map.entry(DatePart.WEEK, "toISOWeek({0})"),
            Map.entry(DatePart.QUARTER, "toQuarter({0})"),
            Map.entry(DatePart.EPOCH, "toInt64(toUnixTimestamp64Second(toDateTime64({0}, 0)))"),
            Map.entry(DatePart.MILLISECOND, "toInt32(toMillisecond(toDateTime64({0}, 3)))"),
            Map.entry(DatePart.MICROSECOND, "toInt32(toUnixTimestamp64Micro(toDateTime64({0}, 6)) % 1000000)"),
            Map.entry(DatePart.NANOSECOND, "toInt32(toUnixTimestamp64Nano(toDateTime64({0}, 9)) % 1000000000)"),
            Map.entry(DatePart.DECADE, "intDiv(toYear({0}), 10)"),
            Map.entry(DatePart.CENTURY, "intDiv(toYear({0}) + 99, 100)"),
            Map.entry(DatePart.MILLENNIUM, "intDiv(toYear({0}) + 999, 1000)"));

    private TimeRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.Extract<?> extract) {
            String function = EXTRACTS.get(extract.$datePart());
            return function == null ? part : field(function, Integer.class, extract.$field());
        }
        if (part instanceof QOM.TimestampDiff) {
            throw Refusal.of("interval between timestamps", "use DSL.dateDiff(DatePart, start, end)");
        }
        return switch (part.getClass().getSimpleName()) {
            case "TruncDate" -> truncated((Field<?>) part);
            case "DateDiff" -> difference(part);
            default -> part;
        };
    }

    /** Its arguments in PostgreSQL: the unit, and what is shortened. */
    @SuppressWarnings("rawtypes") // a class literal has no parameters
    private static Field<?> truncated(Field<?> part) {
        List<Field> arguments =
                Children.of(part, SQLDialect.POSTGRES, Field.class).found();
        String unit = unit(arguments.get(0));
        Field<?> time = arguments.get(1);
        return switch (unit) {
            case "decade" -> field("toStartOfInterval({0}, interval 10 year)", part.getDataType(), time);
            case "century", "millennium" ->
                throw Refusal.of("date_trunc to the " + unit, "shorten to the decade or less");
            default -> field("dateTrunc({0}, {1})", part.getDataType(), inline(unit), time);
        };
    }

    /** Its arguments in DuckDB: the unit, the start and the end. */
    @SuppressWarnings("rawtypes") // a class literal has no parameters
    private static Field<?> difference(QueryPart part) {
        List<Field> arguments =
                Children.of(part, SQLDialect.DUCKDB, Field.class).found();
        String unit = unit(arguments.get(0));
        Field<?> start = arguments.get(1);
        Field<?> end = arguments.get(2);
        return switch (unit) {
            case "decade" -> years(start, end, "intDiv(toYear({1}), 10) - intDiv(toYear({0}), 10)");
            case "century" -> years(start, end, "intDiv(toYear({1}) + 99, 100) - intDiv(toYear({0}) + 99, 100)");
            case "millennium" -> years(start, end, "intDiv(toYear({1}) + 999, 1000) - intDiv(toYear({0}) + 999, 1000)");
            default -> field("dateDiff({0}, {1}, {2})", SQLDataType.INTEGER, inline(unit), start, end);
        };
    }

    private static Field<Integer> years(Field<?> start, Field<?> end, String template) {
        return field("(" + template + ")", SQLDataType.INTEGER, start, end);
    }

    private static String unit(Field<?> argument) {
        if (argument instanceof Param<?> unit && unit.getValue() != null) {
            return unit.getValue().toString().toLowerCase(Locale.ROOT);
        }
        throw new IllegalStateException("jOOQ renders the unit of a time in another way than expected: " + argument);
    }
}
