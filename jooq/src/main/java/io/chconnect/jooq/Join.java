package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.RenderedTable;
import io.chconnect.jooq.internal.render.Refusal;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A join of ClickHouse, for {@link ClickHouseSelect#join}. Immutable; what does not go together is refused when the statement
 * is rendered.
 *
 * <p>Example: {@code Join.left(QUOTES).asof().on(TRADES.SYMBOL.eq(QUOTES.SYMBOL).and(TRADES.TIME.ge(QUOTES.TIME)))}.
 */
public final class Join {
    private final String kind;
    private final @Nullable String strictness;
    private final boolean global;
    private final TableLike<?> table;
    private final @Nullable Condition on;
    private final List<Field<?>> using;

    private Join(
            String kind,
            @Nullable String strictness,
            boolean global,
            TableLike<?> table,
            @Nullable Condition on,
            List<Field<?>> using) {
        this.kind = kind;
        this.strictness = strictness;
        this.global = global;
        this.table = table;
        this.on = on;
        this.using = using;
    }

    /**
     * Rows that both sides have.
     *
     * @param table the right side
     * @return a join without a condition yet
     */
    public static Join inner(TableLike<?> table) {
        return new Join("inner", null, false, table, null, List.of());
    }

    /**
     * All rows of the left side.
     *
     * @param table the right side
     * @return a join without a condition yet
     */
    public static Join left(TableLike<?> table) {
        return new Join("left", null, false, table, null, List.of());
    }

    /**
     * All rows of the right side.
     *
     * @param table the right side
     * @return a join without a condition yet
     */
    public static Join right(TableLike<?> table) {
        return new Join("right", null, false, table, null, List.of());
    }

    /**
     * All rows of both sides.
     *
     * @param table the right side
     * @return a join without a condition yet
     */
    public static Join full(TableLike<?> table) {
        return new Join("full", null, false, table, null, List.of());
    }

    /**
     * Each row of the left side with each of the right one.
     *
     * @param table the right side
     * @return a join
     */
    public static Join cross(TableLike<?> table) {
        return new Join("cross", null, false, table, null, List.of());
    }

    /**
     * One match for each row.
     *
     * @return the join with ANY
     */
    public Join any() {
        return with("any");
    }

    /**
     * All matches for each row, whatever the setting {@code join_default_strictness} says.
     *
     * @return the join with ALL
     */
    public Join all() {
        return with("all");
    }

    /**
     * The nearest match by an inequality, which is the last part of the condition or the last column of USING.
     *
     * @return the join with ASOF
     */
    public Join asof() {
        return with("asof");
    }

    /**
     * Rows of the one side that have a match.
     *
     * @return the join with SEMI
     */
    public Join semi() {
        return with("semi");
    }

    /**
     * Rows of the one side that have no match.
     *
     * @return the join with ANTI
     */
    public Join anti() {
        return with("anti");
    }

    private Join with(String word) {
        return new Join(kind, word, global, table, on, using);
    }

    /**
     * The right side is read once and sent to all servers of a distributed query.
     *
     * @return the join with GLOBAL
     */
    public Join global() {
        return new Join(kind, strictness, true, table, on, using);
    }

    /**
     * The condition.
     *
     * @param condition compares columns of both sides
     * @return the join with ON
     */
    public Join on(Condition condition) {
        return new Join(kind, strictness, global, table, condition, using);
    }

    /**
     * The columns that are compared, of the same names on both sides.
     *
     * @param columns at least one
     * @return the join with USING
     */
    public Join using(Field<?>... columns) {
        return new Join(kind, strictness, global, table, on, List.of(columns));
    }

    void render(Context<?> context) {
        validate(context);
        context.sql(global ? " global " : " ");
        context.sql(kind);
        context.sql(strictness == null ? " join " : " " + strictness + " join ");
        RenderedTable.declare(context, table.asTable());
        if (on != null) {
            context.sql(" on ").visit(on);
        } else if (!using.isEmpty()) {
            context.sql(" using (");
            Inlined.list(context, using.stream().map(Field::getUnqualifiedName).toList());
            context.sql(')');
        }
    }

    private void validate(Context<?> context) {
        boolean cross = kind.equals("cross");
        boolean conditioned = on != null || !using.isEmpty();
        if (cross && (strictness != null || conditioned)) {
            throw Refusal.of("CROSS JOIN with a strictness or a condition", "it pairs each row with each");
        }
        if (!cross && !conditioned) {
            throw Refusal.of(upper(kind) + " JOIN without ON and USING", "give it one of them, or join crosswise");
        }
        if (on != null && !using.isEmpty()) {
            throw Refusal.of("join with both ON and USING", "give it one of them");
        }
        if ("any".equals(strictness) && kind.equals("full")) {
            throw Refusal.of("ANY join of the kind FULL", "it is inner, left or right");
        }
        boolean oneSided = "semi".equals(strictness) || "anti".equals(strictness);
        if (oneSided && !kind.equals("left") && !kind.equals("right")) {
            throw Refusal.of(
                    upper(strictness) + " join of the kind " + upper(kind), "it is of the left or of the right side");
        }
        if ("asof".equals(strictness) && on != null && !comparesOrder(context, on)) {
            throw Refusal.of("ASOF join without an inequality", "compare the times by >=, >, <= or <");
        }
        if ("asof".equals(strictness) && !kind.equals("inner") && !kind.equals("left")) {
            throw Refusal.of("ASOF join of the kind " + upper(kind), "it is inner or left");
        }
    }

    private static boolean comparesOrder(Context<?> context, Condition condition) {
        String text = DSL.using(context.configuration()).renderInlined(condition);
        return text.matches("(?si).*([<>]|greater|less).*");
    }

    private static String upper(@Nullable String word) {
        return String.valueOf(word).toUpperCase(Locale.ROOT);
    }
}
