package io.chconnect.jooq.internal.render;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;

/** Functions and operators of scalars that ClickHouse has by other names, or with another meaning. */
final class FunctionRepairs {
    private FunctionRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.Div<?> div && isInteger(div.$arg1()) && isInteger(div.$arg2())) {
            // The server's own operator gives a fraction, which the integer that jOOQ reads cannot hold.
            return field("intDiv({0}, {1})", div.getDataType(), div.$arg1(), div.$arg2());
        }
        if (part instanceof QOM.Cast<?> cast && TimeTypes.isTime(cast.$dataType())) {
            DataType<?> type = cast.$dataType();
            return field("cast({0} as Nullable(" + TimeTypes.name(type) + "))", type, cast.$field());
        }
        if (part instanceof QOM.Rand) {
            return field("randCanonical()", SQLDataType.NUMERIC);
        }
        if (part instanceof QOM.ToDate || part instanceof QOM.ToTimestamp) {
            throw Refusal.of("TO_DATE and no TO_TIMESTAMP", "call parseDateTime, with a format of ClickHouse's own");
        }
        if (part instanceof QOM.IsJson json) {
            return condition("isValidJSON({0})", json.$field());
        }
        if (part instanceof QOM.IsNotJson json) {
            return condition("not isValidJSON({0})", json.$field());
        }
        return ofText(part);
    }

    private static boolean isInteger(Field<?> field) {
        return field.getDataType().isInteger();
    }

    private static QueryPart ofText(QueryPart part) {
        if (part instanceof QOM.Chr chr) {
            return field("char({0})", SQLDataType.VARCHAR, chr.$value());
        }
        if (part instanceof QOM.Md5 md5) {
            return field("lower(hex(MD5({0})))", SQLDataType.VARCHAR, md5.$string());
        }
        if (part instanceof QOM.ToHex hex) {
            return field("replaceRegexpOne(lower(hex({0})), '^0*(.+)$', '\\\\1')", SQLDataType.VARCHAR, hex.$value());
        }
        if (part instanceof QOM.Position position && position.$startIndex() != null) {
            return field(
                    "position({0}, {1}, toUInt64({2}))",
                    SQLDataType.INTEGER, position.$in(), position.$search(), position.$startIndex());
        }
        if (part instanceof QOM.SplitPart split) {
            return field(
                    "splitByString({1}, {0})[{2}]",
                    SQLDataType.VARCHAR, split.$string(), split.$delimiter(), split.$n());
        }
        if (part instanceof QOM.WidthBucket<?> bucket) {
            return field(
                    "widthBucket({0}, {1}, {2}, toUInt32({3}))",
                    bucket.getDataType(), bucket.$field(), bucket.$low(), bucket.$high(), bucket.$buckets());
        }
        return part;
    }
}
