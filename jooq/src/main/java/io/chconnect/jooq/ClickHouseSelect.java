package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.SelectClauses;
import io.chconnect.jooq.internal.clause.SelectMark;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jooq.WindowDefinition;
import org.jooq.impl.DSL;

/**
 * A query with every clause that ClickHouse has. Clauses may be given in any order; those that take several things add up, and
 * conditions are joined by AND. {@link #asSelect} makes it a query of jOOQ's own, which goes wherever one does. Not
 * thread-safe.
 *
 * <p>Example: {@code ClickHouse.select(NAME, count()).from(ClickHouse.asFinal(T)).prewhere(ID.gt(5)).groupBy(NAME)
 * .withTotals().limitBy(2, NAME).setting("max_threads", 2).fetch(dsl)}.
 */
public final class ClickHouseSelect {
    private final SelectClauses clauses = new SelectClauses();

    ClickHouseSelect(List<SelectFieldOrAsterisk> fields) {
        clauses.fields.addAll(fields);
    }

    /**
     * Each row once.
     *
     * @return this query
     */
    public ClickHouseSelect distinct() {
        clauses.distinct = true;
        return this;
    }

    /**
     * A common table expression.
     *
     * @param name its name
     * @param query its query
     * @return this query
     */
    public ClickHouseSelect with(String name, Select<?> query) {
        clauses.expressions.add(new SelectClauses.Expression(DSL.quotedName(name), query, false));
        return this;
    }

    /**
     * A common table expression that is computed once. The server wants the setting {@code enable_materialized_cte}, and
     * otherwise computes it wherever it is named.
     *
     * @param name its name
     * @param query its query
     * @return this query
     */
    public ClickHouseSelect withMaterialized(String name, Select<?> query) {
        clauses.expressions.add(new SelectClauses.Expression(DSL.quotedName(name), query, true));
        return this;
    }

    /**
     * Common table expressions may name themselves.
     *
     * @return this query
     */
    public ClickHouseSelect recursive() {
        clauses.recursive = true;
        return this;
    }

    /**
     * Where rows come from.
     *
     * @param tables tables; more than one is a cross join
     * @return this query
     */
    public ClickHouseSelect from(TableLike<?>... tables) {
        for (TableLike<?> table : tables) {
            clauses.tables.add(table.asTable());
        }
        return this;
    }

    /**
     * Joins with what is in FROM so far.
     *
     * @param join the join
     * @return this query
     */
    public ClickHouseSelect join(Join join) {
        clauses.joins.add(join::render);
        return this;
    }

    /**
     * A row for each element of arrays, which are taken side by side.
     *
     * @param arrays arrays, with aliases where the array itself is wanted, too
     * @return this query
     */
    public ClickHouseSelect arrayJoin(Field<?>... arrays) {
        clauses.arrayJoin(false, List.of(arrays));
        return this;
    }

    /**
     * As {@link #arrayJoin}, with a row also where the arrays are empty.
     *
     * @param arrays arrays
     * @return this query
     */
    public ClickHouseSelect leftArrayJoin(Field<?>... arrays) {
        clauses.arrayJoin(true, List.of(arrays));
        return this;
    }

    /**
     * A condition that is tested before the other columns are read.
     *
     * @param condition on columns of a MergeTree table
     * @return this query
     */
    public ClickHouseSelect prewhere(Condition condition) {
        clauses.prewhere = DSL.and(clauses.prewhere, condition);
        return this;
    }

    /**
     * A condition on rows.
     *
     * @param condition the condition
     * @return this query
     */
    public ClickHouseSelect where(Condition condition) {
        clauses.where = DSL.and(clauses.where, condition);
        return this;
    }

    /**
     * What rows are grouped by.
     *
     * @param fields what rows are grouped by; a selected field's alias stands for its expression
     * @return this query
     */
    public ClickHouseSelect groupBy(GroupField... fields) {
        clauses.groupBy.addAll(List.of(fields));
        return this;
    }

    /**
     * A further row over all groups, which results have apart.
     *
     * @return this query
     */
    public ClickHouseSelect withTotals() {
        clauses.totals = true;
        return this;
    }

    /**
     * Further rows over groups of fewer fields, from the last one on.
     *
     * @return this query
     */
    public ClickHouseSelect withRollup() {
        clauses.grouping("rollup");
        return this;
    }

    /**
     * Further rows over all combinations of fields.
     *
     * @return this query
     */
    public ClickHouseSelect withCube() {
        clauses.grouping("cube");
        return this;
    }

    /**
     * A condition on groups.
     *
     * @param condition the condition
     * @return this query
     */
    public ClickHouseSelect having(Condition condition) {
        clauses.having = DSL.and(clauses.having, condition);
        return this;
    }

    /**
     * Windows with names.
     *
     * @param windows the windows
     * @return this query
     */
    public ClickHouseSelect window(WindowDefinition... windows) {
        clauses.windows.addAll(List.of(windows));
        return this;
    }

    /**
     * A condition on what window functions give.
     *
     * @param condition the condition
     * @return this query
     */
    public ClickHouseSelect qualify(Condition condition) {
        clauses.qualify = DSL.and(clauses.qualify, condition);
        return this;
    }

    /**
     * The order of rows.
     *
     * @param fields fields, with directions, and with {@link Fill} where gaps are filled
     * @return this query
     */
    public ClickHouseSelect orderBy(OrderField<?>... fields) {
        clauses.orderBy.addAll(List.of(fields));
        return this;
    }

    /**
     * How the other columns are filled in rows that {@link Fill} adds.
     *
     * @param column a column of the result
     * @param value what it is there, computed from the row before
     * @return this query
     */
    public ClickHouseSelect interpolate(Field<?> column, Field<?> value) {
        clauses.interpolations.add(new SelectClauses.Interpolation(column, value));
        return this;
    }

    /**
     * So many rows for each of some values.
     *
     * @param rows how many
     * @param fields the values
     * @return this query
     */
    public ClickHouseSelect limitBy(long rows, Field<?>... fields) {
        return limitBy(0, rows, fields);
    }

    /**
     * So many rows for each of some values, after some that are left out.
     *
     * @param offset how many are left out
     * @param rows how many
     * @param fields the values
     * @return this query
     */
    public ClickHouseSelect limitBy(long offset, long rows, Field<?>... fields) {
        clauses.limitBy(offset, rows, List.of(fields));
        return this;
    }

    /**
     * So many rows.
     *
     * @param rows how many, 0 or more
     * @return this query
     */
    public ClickHouseSelect limit(long rows) {
        clauses.limit(rows);
        return this;
    }

    /**
     * Rows that are left out.
     *
     * @param rows how many, 0 or more
     * @return this query
     */
    public ClickHouseSelect offset(long rows) {
        clauses.offset(rows);
        return this;
    }

    /**
     * The limit takes rows of the same order as its last one, too.
     *
     * @return this query
     */
    public ClickHouseSelect withTies() {
        clauses.ties = true;
        return this;
    }

    /**
     * A setting of this query.
     *
     * @param name its name
     * @param value a number, a boolean, or text
     * @return this query
     */
    public ClickHouseSelect setting(String name, Object value) {
        clauses.settings.put(Inlined.word(name), value);
        return this;
    }

    /**
     * The query as jOOQ's own: to run, to nest, to insert from. On the left of a set operation it stands as
     * a table in brackets, of which everything is selected.
     *
     * @param <R> the class of its records, {@code Record1} to {@code Record22} by the number of its fields
     * @return a select that is rendered as this query, as it is when that happens
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // jOOQ makes records by the number of fields
    public <R extends Record> Select<R> asSelect() {
        SelectMark mark = new SelectMark(clauses::render);
        return (Select<R>) mark.in(DSL.select(clauses.fields).from(mark));
    }

    /**
     * The query as a table.
     *
     * @param alias its name
     * @return a table with the fields of this query
     */
    public Table<Record> asTable(String alias) {
        return this.<Record>asSelect().asTable(alias);
    }

    /**
     * The query as a table.
     *
     * @param alias its name
     * @return a table with the fields of this query
     */
    public Table<Record> asTable(Name alias) {
        return this.<Record>asSelect().asTable(alias);
    }

    /**
     * Runs the query.
     *
     * @param context a context of {@link ClickHouseDSL}
     * @return all rows
     */
    public Result<Record> fetch(DSLContext context) {
        return context.fetch(this.<Record>asSelect());
    }
}
