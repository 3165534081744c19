package io.chconnect.jooq.internal.render;

import io.chconnect.jooq.internal.clause.RenderedTable;
import io.chconnect.jooq.internal.clause.SelectMark;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.VisitContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Parts of this module's own, in the guise of jOOQ's. */
final class OwnParts {
    private OwnParts() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof RenderedTable table && context.context().declareTables()) {
            return table.declaration();
        }
        if (part instanceof SelectMark mark && context.context().declareTables()) {
            return mark.asDerivedTable();
        }
        if (part instanceof Select<?> select) {
            SelectMark mark = markOf(select);
            return mark != null && mark.isUntouched(select) ? mark.statement() : part;
        }
        return isListOfCombined(part, context.queryParts()) ? DSL.sql(" *") : part;
    }

    private static @Nullable SelectMark markOf(Select<?> select) {
        List<? extends Table<?>> from = select.$from();
        return from.size() == 1 && from.get(0) instanceof SelectMark mark ? mark : null;
    }

    /**
     * Whether it is what a select with a mark selects, which is rendered by itself only when it has been combined with others:
     * the statement is then a table, and all of it is selected.
     */
    private static boolean isListOfCombined(QueryPart part, QueryPart[] path) {
        return part.getClass().getSimpleName().equals("SelectFieldList")
                && path.length > 1
                && path[path.length - 2] instanceof Select<?> select
                && markOf(select) != null;
    }
}
