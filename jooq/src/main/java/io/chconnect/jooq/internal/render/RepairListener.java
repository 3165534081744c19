package io.chconnect.jooq.internal.render;

import java.util.List;
import org.jooq.QueryPart;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;

/**
 * Sees each part of a statement before it is rendered, and puts another one in its place where jOOQ would render what
 * ClickHouse refuses or, worse, understands differently. Stateless.
 */
public final class RepairListener implements VisitListener {
    /** Gives another part in place of one, or the same. */
    @FunctionalInterface
    interface Repair {
        QueryPart apply(QueryPart part, VisitContext context);
    }

    private static final List<Repair> REPAIRS = List.of(
            OwnParts::apply,
            ValueRepairs::apply,
            NameRepairs::apply,
            RefusedParts::apply,
            RefusedStatements::apply,
            FunctionRepairs::apply,
            TextRepairs::apply,
            TimeRepairs::apply,
            AggregateRepairs::apply,
            ArrayRepairs::apply,
            UnnestRepair::apply,
            TableRepairs::apply,
            StatementRepairs::apply,
            CreateTableRepair::apply);

    /** Creates a listener. */
    public RepairListener() {}

    @Override
    @SuppressWarnings("ReferenceEquality") // a repair that has nothing to do gives the part itself
    public void visitStart(VisitContext context) {
        if (!(context.context() instanceof RenderContext)) {
            return;
        }
        QueryPart part = context.queryPart();
        for (Repair repair : REPAIRS) {
            QueryPart other = repair.apply(part, context);
            if (other != part) {
                context.queryPart(other);
                return;
            }
        }
    }
}
