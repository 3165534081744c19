package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * ALTER TABLE, also of views and dictionaries: any number of changes in one statement. Not thread-safe.
 *
 * <p>The server takes some changes alone, such as {@link #comment}; it says so.
 */
public final class AlterTable extends ColumnChanges {
    private final Table<?> table;
    private String cluster = "";

    private AlterTable(Table<?> table) {
        this.table = table;
    }

    /**
     * Starts a statement.
     *
     * @param table the table
     * @return a statement without changes yet
     */
    public static AlterTable of(Table<?> table) {
        return new AlterTable(table);
    }

    @Override
    AlterTable self() {
        return this;
    }

    /**
     * Changes the table on all servers of a cluster.
     *
     * @param name the name of the cluster
     * @return this statement
     */
    public AlterTable onCluster(String name) {
        cluster = name;
        return this;
    }

    /**
     * Tells people of the table.
     *
     * @param text any text
     * @return this statement
     */
    public AlterTable comment(String text) {
        changes.add(c -> c.sql("modify comment ").visit(DSL.inline(text)));
        return this;
    }

    /**
     * Adds an index; parts that are there already have it after {@link #materializeIndex}.
     *
     * @param name its name
     * @param expression what it is of
     * @param type its type as ClickHouse writes it
     * @param granularity granules that it takes together
     * @return this statement
     */
    public AlterTable addIndex(String name, Field<?> expression, String type, int granularity) {
        changes.add(context -> {
            context.sql("add index ").visit(DSL.quotedName(name)).sql(' ');
            context.qualify(false, c -> Inlined.visit(c, expression));
            context.sql(" type ").sql(typeOfIndex(type)).sql(" granularity ").sql(granularity);
        });
        return this;
    }

    static String typeOfIndex(String type) {
        if (!Inlined.isCall(type)) {
            throw new IllegalArgumentException(
                    "The index type \"" + type + "\" is not written like minmax or bloom_filter(0.01)");
        }
        return type;
    }

    /**
     * Computes an index for what is there.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable materializeIndex(String name) {
        return named("materialize index ", name);
    }

    /**
     * Removes what was computed for an index, and leaves the index.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable clearIndex(String name) {
        return named("clear index ", name);
    }

    /**
     * Drops an index.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable dropIndex(String name) {
        return named("drop index ", name);
    }

    /**
     * Adds a projection.
     *
     * @param name its name
     * @param query the query, without FROM
     * @return this statement
     */
    public AlterTable addProjection(String name, ClickHouseSelect query) {
        changes.add(context -> {
            context.sql("add projection ").visit(DSL.quotedName(name)).sql(" (");
            context.qualify(false, c -> Inlined.visit(c, query.<org.jooq.Record>asSelect()));
            context.sql(')');
        });
        return this;
    }

    /**
     * Adds a projection.
     *
     * @param name its name
     * @param definition what follows the name as ClickHouse writes it, for example {@code DSL.sql("(SELECT a ORDER BY a)")}
     * @return this statement
     */
    public AlterTable addProjection(String name, SQL definition) {
        changes.add(context -> {
            context.sql("add projection ").visit(DSL.quotedName(name)).sql(' ');
            Inlined.visit(context, definition);
        });
        return this;
    }

    /**
     * Computes a projection for what is there.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable materializeProjection(String name) {
        return named("materialize projection ", name);
    }

    /**
     * Removes what was computed for a projection, and leaves the projection.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable clearProjection(String name) {
        return named("clear projection ", name);
    }

    /**
     * Drops a projection.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable dropProjection(String name) {
        return named("drop projection ", name);
    }

    /**
     * Adds a condition that inserts must meet.
     *
     * @param name its name
     * @param condition the condition
     * @return this statement
     */
    public AlterTable addCheck(String name, Field<Boolean> condition) {
        return constraint(name, " check ", condition);
    }

    /**
     * Adds a condition that all rows are known to meet, for queries to be planned by; nobody tests it.
     *
     * @param name its name
     * @param condition the condition
     * @return this statement
     */
    public AlterTable addAssume(String name, Field<Boolean> condition) {
        return constraint(name, " assume ", condition);
    }

    private AlterTable constraint(String name, String word, Field<Boolean> condition) {
        changes.add(context -> {
            context.sql("add constraint ").visit(DSL.quotedName(name)).sql(word);
            context.qualify(false, c -> Inlined.visit(c, condition));
        });
        return this;
    }

    /**
     * Drops such a condition.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable dropConstraint(String name) {
        return named("drop constraint ", name);
    }

    /**
     * Says when rows are deleted.
     *
     * @param expression a time, computed from columns
     * @return this statement
     */
    public AlterTable modifyTtl(Field<?> expression) {
        changes.add(context -> context.sql("modify ttl ").qualify(false, c -> Inlined.visit(c, expression)));
        return this;
    }

    /**
     * Rows are never deleted by their age.
     *
     * @return this statement
     */
    public AlterTable removeTtl() {
        changes.add(context -> context.sql("remove ttl"));
        return this;
    }

    /**
     * Deletes now what is too old.
     *
     * @return this statement
     */
    public AlterTable materializeTtl() {
        changes.add(context -> context.sql("materialize ttl"));
        return this;
    }

    /**
     * Changes what samples are taken by.
     *
     * @param field an expression of the primary key
     * @return this statement
     */
    public AlterTable modifySampleBy(Field<?> field) {
        changes.add(context -> Statement.key(context, "modify sample by ", List.of(field)));
        return this;
    }

    /**
     * No samples are taken any longer.
     *
     * @return this statement
     */
    public AlterTable removeSampleBy() {
        changes.add(context -> context.sql("remove sample by"));
        return this;
    }

    /**
     * Changes the order of rows to come; what is added to it must be columns that the same statement adds.
     *
     * @param fields columns and expressions
     * @return this statement
     */
    public AlterTable modifyOrderBy(Field<?>... fields) {
        changes.add(context -> Statement.key(context, "modify order by ", List.of(fields)));
        return this;
    }

    /**
     * Changes the query of a materialized view.
     *
     * @param query the query
     * @return this statement
     */
    public AlterTable modifyQuery(Select<?> query) {
        changes.add(context -> Inlined.visit(context.sql("modify query "), query));
        return this;
    }

    /**
     * Changes when a materialized view is refreshed.
     *
     * @param schedule as ClickHouse writes it, for example {@code EVERY 1 HOUR}
     * @return this statement
     * @throws IllegalArgumentException if it is not written so
     */
    public AlterTable modifyRefresh(String schedule) {
        String checked = CreateView.schedule(schedule);
        changes.add(context -> context.sql("modify refresh ").sql(checked));
        return this;
    }

    /**
     * Changes a setting of the table.
     *
     * @param name its name
     * @param value a number, a boolean, or text
     * @return this statement
     */
    public AlterTable modifySetting(String name, Object value) {
        Map<String, Object> setting = new LinkedHashMap<>(Map.of(Inlined.word(name), value));
        changes.add(context -> {
            context.sql("modify setting ");
            Inlined.settings(context, setting);
        });
        return this;
    }

    /**
     * Gives a setting of the table its default.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable resetSetting(String name) {
        String word = Inlined.word(name);
        changes.add(context -> context.sql("reset setting ").sql(word));
        return this;
    }

    /**
     * The statement, to be rendered or run.
     *
     * @return a query of jOOQ's
     */
    public RowCountQuery query() {
        if (changes.isEmpty()) {
            throw new IllegalStateException("There is no change to the table " + table.getName());
        }
        return Statement.of(context -> {
            context.sql("alter table ").visit(table.getQualifiedName());
            Statement.cluster(context, cluster);
            String separator = " ";
            for (Consumer<Context<?>> change : changes) {
                context.sql(separator);
                change.accept(context);
                separator = ", ";
            }
        });
    }

    /**
     * Changes the table.
     *
     * @param context a context of {@link ClickHouseDSL}
     */
    public void execute(DSLContext context) {
        context.execute(query());
    }
}
