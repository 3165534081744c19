package io.chconnect.jooq.internal.render;

import io.chconnect.jooq.internal.clause.RenderedTable;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.QOM;

/** Tables that jOOQ renders by another grammar. */
final class TableRepairs {
    private TableRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.SampleTable<?> sample) {
            if (!context.context().declareTables()) {
                return sample.$table();
            }
            String size = size(sample);
            return CustomQueryPart.of(c -> {
                RenderedTable.declare(c, sample.$table());
                c.sql(" sample ").sql(size);
            });
        }
        if (part instanceof QOM.GenerateSeries<?> series) {
            return numbers(series);
        }
        if (UnnestRepair.isOfColumn(part)) {
            throw Refusal.of(
                    "UNNEST of a column in this place",
                    "pair it with its table, from(table, unnest(column)), or unfold it with ClickHouse.arrayJoin");
        }
        return part;
    }

    /** The end belongs to it, and negative numbers do. */
    private static QueryPart numbers(QOM.GenerateSeries<?> series) {
        return CustomQueryPart.of(c -> {
            c.sql("(select cast(arrayJoin(range(toInt64(").visit(series.$from()).sql("), toInt64(");
            c.visit(series.$to()).sql(") + ");
            Field<?> step = series.$step();
            if (step == null) {
                c.sql("1");
            } else {
                c.sql("sign(").visit(step).sql("), toInt64(").visit(step).sql(')');
            }
            c.sql(")) as Int32) as generate_series)");
        });
    }

    private static String size(QOM.SampleTable<?> sample) {
        if (!(sample.$size() instanceof Param<?> param) || !(param.getValue() instanceof Number number)) {
            throw Refusal.of("computed sample size", "give a number");
        }
        if (sample.$seed() != null) {
            throw Refusal.of("REPEATABLE sample", "samples of ClickHouse are always repeatable");
        }
        BigDecimal size = new BigDecimal(number.toString());
        boolean rows = sample.$sizeType() == QOM.SampleSizeType.ROWS;
        return (rows ? size : size.movePointLeft(2)).toPlainString();
    }
}
