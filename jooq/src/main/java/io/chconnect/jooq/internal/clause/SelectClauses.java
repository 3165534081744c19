package io.chconnect.jooq.internal.clause;

import io.chconnect.jooq.internal.render.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.WindowDefinition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The clauses of a query, and the order in which they are rendered. */
public final class SelectClauses {
    /** A common table expression. */
    public record Expression(Name name, Select<?> query, boolean materialized) {}

    /** How a column is filled. */
    public record Interpolation(Field<?> column, Field<?> value) {}

    /** Arrays that are taken side by side. */
    private record Unfolding(boolean left, List<Field<?>> arrays) {}

    /** What is selected. */
    public final List<SelectFieldOrAsterisk> fields = new ArrayList<>();

    /** WITH. */
    public final List<Expression> expressions = new ArrayList<>();

    /** FROM. */
    public final List<Table<?>> tables = new ArrayList<>();

    /** JOIN. */
    public final List<Consumer<Context<?>>> joins = new ArrayList<>();

    /** GROUP BY. */
    public final List<GroupField> groupBy = new ArrayList<>();

    /** WINDOW. */
    public final List<WindowDefinition> windows = new ArrayList<>();

    /** ORDER BY. */
    public final List<OrderField<?>> orderBy = new ArrayList<>();

    /** INTERPOLATE. */
    public final List<Interpolation> interpolations = new ArrayList<>();

    /** SETTINGS. */
    public final Map<String, Object> settings = new LinkedHashMap<>();

    /** DISTINCT. */
    public boolean distinct;

    /** WITH RECURSIVE. */
    public boolean recursive;

    /** WITH TOTALS. */
    public boolean totals;

    /** WITH TIES. */
    public boolean ties;

    /** PREWHERE. */
    public Condition prewhere = DSL.noCondition();

    /** WHERE. */
    public Condition where = DSL.noCondition();

    /** HAVING. */
    public Condition having = DSL.noCondition();

    /** QUALIFY. */
    public Condition qualify = DSL.noCondition();

    private final List<Unfolding> unfoldings = new ArrayList<>();
    private final List<Field<?>> limitByFields = new ArrayList<>();
    private String limitBy = "";
    private @Nullable String grouping;
    private @Nullable Long limit;
    private @Nullable Long offset;

    /** ARRAY JOIN. */
    public void arrayJoin(boolean left, List<Field<?>> more) {
        Unfolding last = unfoldings.isEmpty() ? null : unfoldings.get(unfoldings.size() - 1);
        if (last != null && last.left() == left) {
            last.arrays().addAll(more);
        } else {
            unfoldings.add(new Unfolding(left, new ArrayList<>(more)));
        }
    }

    /** WITH ROLLUP or WITH CUBE. */
    public void grouping(String kind) {
        if (grouping != null && !grouping.equals(kind)) {
            throw Refusal.of("query with both ROLLUP and CUBE", "choose one");
        }
        grouping = kind;
    }

    /** LIMIT BY. */
    public void limitBy(long skipped, long rows, List<Field<?>> by) {
        limitBy = (skipped == 0 ? "" : notNegative(skipped, "offset") + ", ") + notNegative(rows, "limit");
        limitByFields.clear();
        limitByFields.addAll(by);
    }

    /** LIMIT. */
    public void limit(long rows) {
        limit = notNegative(rows, "limit");
    }

    /** OFFSET. */
    public void offset(long rows) {
        offset = notNegative(rows, "offset");
    }

    private static long notNegative(long rows, String what) {
        if (rows < 0) {
            throw new IllegalArgumentException("The " + what + " is " + rows + ": expected 0 or more");
        }
        return rows;
    }

    /** Renders the query. */
    public void render(Context<?> context) {
        validate();
        with(context);
        context.sql(distinct ? "select distinct " : "select ");
        context.declareFields(true, c -> {
            if (fields.isEmpty()) {
                c.sql("*");
            }
            Inlined.list(c, fields);
        });
        from(context);
        condition(context, " prewhere ", prewhere);
        condition(context, " where ", where);
        group(context);
        condition(context, " having ", having);
        if (!windows.isEmpty()) {
            context.sql(" window ").declareWindows(true, c -> Inlined.list(c, windows));
        }
        condition(context, " qualify ", qualify);
        order(context);
        limits(context);
        if (!settings.isEmpty()) {
            context.sql(" settings ");
            Inlined.settings(context, settings);
        }
    }

    private void validate() {
        if (tables.isEmpty() && (!joins.isEmpty() || !unfoldings.isEmpty() || present(prewhere))) {
            throw Refusal.of("join, ARRAY JOIN or PREWHERE without FROM", "say where rows come from");
        }
        if (groupBy.isEmpty() && grouping != null) {
            throw Refusal.of("ROLLUP or CUBE without GROUP BY", "say what rows are grouped by");
        }
        if (present(prewhere) && joins.isEmpty() && tables.size() == 1 && !isStored(tables.get(0))) {
            throw Refusal.of("PREWHERE on a query", "use where, or say it in the query");
        }
        if (totals && grouping != null && present(qualify)) {
            throw Refusal.of("TOTALS with ROLLUP or CUBE where there is QUALIFY", "nest the query with the groups");
        }
        if (ties && (limit == null || orderBy.isEmpty())) {
            throw Refusal.of("WITH TIES without LIMIT and ORDER BY", "give both");
        }
        if (ties && !limitByFields.isEmpty()) {
            throw Refusal.of("WITH TIES together with LIMIT BY", "nest one of them");
        }
        if (!interpolations.isEmpty() && orderBy.stream().noneMatch(SelectClauses::fills)) {
            throw Refusal.of("INTERPOLATE without WITH FILL", "order by a Fill");
        }
        if (recursive && expressions.stream().anyMatch(Expression::materialized)) {
            throw Refusal.of("materialized expression that is recursive", "choose one");
        }
        if (!limitBy.isEmpty() && limitByFields.isEmpty()) {
            throw Refusal.of("LIMIT BY nothing", "name the fields");
        }
    }

    private boolean isStored(Table<?> table) {
        return ModifiedTable.isStored(table)
                && expressions.stream().noneMatch(e -> e.name().equals(table.getQualifiedName()));
    }

    private static boolean fills(OrderField<?> field) {
        return field instanceof FillOrder;
    }

    private static boolean present(Condition condition) {
        return !condition.equals(DSL.noCondition());
    }

    private void with(Context<?> context) {
        if (expressions.isEmpty()) {
            return;
        }
        context.sql(recursive ? "with recursive " : "with ");
        String separator = "";
        for (Expression expression : expressions) {
            context.sql(separator)
                    .visit(expression.name())
                    .sql(expression.materialized() ? " as materialized (" : " as (");
            context.visit(expression.query()).sql(')');
            separator = ", ";
        }
        context.sql(' ');
    }

    private void from(Context<?> context) {
        String separator = " from ";
        for (QueryPart table : tables) {
            context.sql(separator);
            RenderedTable.declare(context, table);
            separator = ", ";
        }
        joins.forEach(join -> join.accept(context));
        for (Unfolding unfolding : unfoldings) {
            context.sql(unfolding.left() ? " left array join " : " array join ");
            Inlined.aliased(context, unfolding.arrays());
        }
    }

    private void group(Context<?> context) {
        if (!groupBy.isEmpty()) {
            context.sql(" group by ");
            Inlined.list(context, groupBy);
        }
        if (grouping != null) {
            context.sql(" with ").sql(grouping);
        }
        if (totals) {
            context.sql(" with totals");
        }
    }

    private void order(Context<?> context) {
        if (orderBy.isEmpty()) {
            return;
        }
        context.sql(" order by ");
        Inlined.list(context, orderBy);
        if (!interpolations.isEmpty()) {
            context.sql(" interpolate (");
            String separator = "";
            for (Interpolation interpolation : interpolations) {
                context.sql(separator)
                        .visit(interpolation.column().getUnqualifiedName())
                        .sql(" as ")
                        .qualify(false, c -> c.visit(interpolation.value()));
                separator = ", ";
            }
            context.sql(')');
        }
    }

    private void limits(Context<?> context) {
        if (!limitByFields.isEmpty()) {
            context.sql(" limit ").sql(limitBy).sql(" by ");
            Inlined.list(context, limitByFields);
        }
        if (limit != null) {
            context.sql(" limit ").sql(limit);
        }
        if (offset != null) {
            context.sql(" offset ").sql(offset);
        }
        if (ties) {
            context.sql(" with ties");
        }
    }

    private static void condition(Context<?> context, String word, Condition condition) {
        if (present(condition)) {
            context.sql(word).visit(condition);
        }
    }
}
