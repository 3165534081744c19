package io.chconnect.jooq.internal.render;

import io.chconnect.jooq.internal.clause.RenderedTable;
import io.chconnect.jooq.internal.clause.SelectMark;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.VisitContext;

/** Parts of this module's own, in the guise of jOOQ's. */
final class OwnParts {
    private OwnParts() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof RenderedTable table && context.context().declareTables()) {
            return table.declaration();
        }
        if (part instanceof Select<?> select) {
            List<? extends Table<?>> from = select.$from();
            if (from.size() == 1 && from.get(0) instanceof SelectMark mark) {
                if (!mark.isUntouched(select)) {
                    throw Refusal.of(
                            "set operation on the left of which this query could stand by itself",
                            "select from query.asTable(alias), and combine that");
                }
                return mark.statement();
            }
        }
        return part;
    }
}
