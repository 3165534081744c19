package io.chconnect.jooq.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.TableElement;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.QOM;

/** Types of times, whose names jOOQ leaves out, or writes as the server does not read them, or without their fractions. */
final class TimeTypes {
    private static final int MICROSECONDS = 6;

    private TimeTypes() {}

    /** Whether it is a point in time or a local one of jOOQ's, and none of ClickHouse's types. */
    static boolean isTime(DataType<?> type) {
        String name = type.getTypeName().toLowerCase(Locale.ROOT);
        return name.startsWith("timestamp") || name.equals("instant");
    }

    /** The server's type that holds it. */
    static String name(DataType<?> type) {
        int precision = type.precisionDefined() ? type.precision() : MICROSECONDS;
        boolean local = type.getTypeName().equalsIgnoreCase("timestamp");
        return "DateTime64(" + precision + (local ? ")" : ", 'UTC')");
    }

    /** The table with columns of the server's types. */
    static QOM.CreateTable named(QOM.CreateTable table) {
        boolean right = table.$tableElements().stream()
                .noneMatch(element -> element instanceof Field<?> column && isTime(column.getDataType()));
        if (right) {
            return table;
        }
        List<TableElement> elements = new ArrayList<>();
        for (TableElement element : table.$tableElements()) {
            elements.add(element instanceof Field<?> column && isTime(column.getDataType()) ? named(column) : element);
        }
        return table.$tableElements(elements);
    }

    private static Field<Object> named(Field<?> column) {
        DataType<?> given = column.getDataType();
        DataType<Object> type = new DefaultDataType<>(SQLDialect.CLICKHOUSE, Object.class, "other", name(given))
                .nullable(given.nullable());
        if (given.defaulted()) {
            type = type.defaultValue(DSL.field("{0}", Object.class, given.defaultValue()));
        }
        return DSL.field(column.getUnqualifiedName(), type, DSL.comment(column.getComment()));
    }
}
