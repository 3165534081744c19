package io.chconnect.jooq.internal.render;

import static org.jooq.impl.DSL.condition;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Comparisons with any or all elements of an array, and functions of arrays. */
final class ArrayRepairs {
    private ArrayRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.EqQuantified<?> c && array(c.$arg2()) instanceof QOM.QuantifiedArray<?> array) {
            return any(array) ? condition("has({0}, {1})", array.$array(), c.$arg1()) : compared(array, c.$arg1(), "=");
        }
        if (part instanceof QOM.NeQuantified<?> c && array(c.$arg2()) instanceof QOM.QuantifiedArray<?> array) {
            return any(array)
                    ? compared(array, c.$arg1(), "!=")
                    : condition("not has({0}, {1})", array.$array(), c.$arg1());
        }
        if (part instanceof QOM.LtQuantified<?> c && array(c.$arg2()) instanceof QOM.QuantifiedArray<?> array) {
            return compared(array, c.$arg1(), "<");
        }
        if (part instanceof QOM.LeQuantified<?> c && array(c.$arg2()) instanceof QOM.QuantifiedArray<?> array) {
            return compared(array, c.$arg1(), "<=");
        }
        if (part instanceof QOM.GtQuantified<?> c && array(c.$arg2()) instanceof QOM.QuantifiedArray<?> array) {
            return compared(array, c.$arg1(), ">");
        }
        if (part instanceof QOM.GeQuantified<?> c && array(c.$arg2()) instanceof QOM.QuantifiedArray<?> array) {
            return compared(array, c.$arg1(), ">=");
        }
        return called(part);
    }

    /** Functions that ClickHouse has by other names. */
    private static QueryPart called(QueryPart part) {
        if (part instanceof QOM.Contains<?> contains
                && contains.$value().getDataType().isArray()) {
            return condition("hasAll({0}, {1})", contains.$value(), contains.$content());
        }
        if (part instanceof QOM.ArrayOverlap<?> overlap) {
            return condition("hasAny({0}, {1})", overlap.$array1(), overlap.$array2());
        }
        if (part instanceof QOM.ArrayReverse<?> reverse) {
            return DSL.field("arrayReverse({0})", reverse.getDataType(), reverse.$array());
        }
        if (part instanceof QOM.ArrayReplace<?> replace) {
            return DSL.field(
                    "arrayMap(chc_element -> if(chc_element is not distinct from {1}, {2}, chc_element), {0})",
                    replace.getDataType(), replace.$array(), replace.$search(), replace.$replace());
        }
        if (part instanceof QOM.StringToArray split && split.$nullString() == null) {
            return DSL.field("splitByString({1}, {0})", split.getDataType(), split.$string(), split.$delimiter());
        }
        return part;
    }

    /** The array, which the interfaces hide. */
    private static Object array(Object quantified) {
        return quantified;
    }

    private static boolean any(QOM.QuantifiedArray<?> array) {
        return array.$quantifier() == QOM.Quantifier.ANY;
    }

    private static Condition compared(QOM.QuantifiedArray<?> array, Field<?> value, String operator) {
        String function = any(array) ? "arrayExists" : "arrayAll";
        return condition(
                "{0}(chc_element -> {1} " + operator + " chc_element, {2})",
                DSL.keyword(function),
                value,
                array.$array());
    }
}
