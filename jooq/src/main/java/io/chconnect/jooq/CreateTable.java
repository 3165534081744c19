package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.RowCountQuery;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TABLE with everything that ClickHouse has for tables. Clauses may be given in any order. Not thread-safe.
 *
 * <p>Example: {@code CreateTable.of(T).column(Column.of("id", ClickHouseTypes.UINT64)).engine(TableEngine.mergeTree())
 * .orderBy(ID).execute(dsl)}.
 */
public final class CreateTable {
    private final Table<?> table;
    private final List<Consumer<Context<?>>> elements = new ArrayList<>();
    private final StorageClauses storage = new StorageClauses();
    private @Nullable QueryPart content;
    private String head = "create table ";
    private String cluster = "";
    private String comment = "";

    private CreateTable(Table<?> table) {
        this.table = table;
    }

    /**
     * Starts a statement.
     *
     * @param table the table, with its database or without
     * @return a statement without columns yet
     */
    public static CreateTable of(Table<?> table) {
        return new CreateTable(table);
    }

    /**
     * Does nothing when there is such a table.
     *
     * @return this statement
     */
    public CreateTable ifNotExists() {
        head = "create table if not exists ";
        return this;
    }

    /**
     * Replaces the table when there is one.
     *
     * @return this statement
     */
    public CreateTable orReplace() {
        head = "create or replace table ";
        return this;
    }

    /**
     * Makes the table on all servers of a cluster.
     *
     * @param name the name of the cluster
     * @return this statement
     */
    public CreateTable onCluster(String name) {
        cluster = name;
        return this;
    }

    /**
     * Adds a column.
     *
     * @param column the column
     * @return this statement
     */
    public CreateTable column(Column column) {
        elements.add(column::render);
        return this;
    }

    /**
     * Adds an index that tells which rows need not be read.
     *
     * @param name its name
     * @param expression what it is of
     * @param type its type as ClickHouse writes it, for example {@code bloom_filter(0.01)}
     * @param granularity granules that it takes together
     * @return this statement
     */
    public CreateTable index(String name, Field<?> expression, String type, int granularity) {
        elements.add(context -> {
            context.sql("index ").visit(DSL.quotedName(name)).sql(' ');
            context.qualify(false, c -> Inlined.visit(c, expression));
            context.sql(" type ")
                    .sql(AlterTable.typeOfIndex(type))
                    .sql(" granularity ")
                    .sql(granularity);
        });
        return this;
    }

    /**
     * Adds rows in another order, or aggregated, that queries are answered from.
     *
     * @param name its name
     * @param query the query, without FROM
     * @return this statement
     */
    public CreateTable projection(String name, ClickHouseSelect query) {
        elements.add(context -> {
            context.sql("projection ").visit(DSL.quotedName(name)).sql(" (");
            context.qualify(false, c -> Inlined.visit(c, query.<org.jooq.Record>asSelect()));
            context.sql(')');
        });
        return this;
    }

    /**
     * Adds rows in another order, or aggregated, as ClickHouse writes them.
     *
     * @param name its name
     * @param definition what follows the name, for example {@code DSL.sql("(SELECT a, count() GROUP BY a)")}
     * @return this statement
     */
    public CreateTable projection(String name, SQL definition) {
        elements.add(context -> {
            context.sql("projection ").visit(DSL.quotedName(name)).sql(' ');
            Inlined.visit(context, definition);
        });
        return this;
    }

    /**
     * Adds a condition that inserts must meet.
     *
     * @param name its name
     * @param condition the condition
     * @return this statement
     */
    public CreateTable check(String name, Field<Boolean> condition) {
        return constraint(name, " check ", condition);
    }

    /**
     * Adds a condition that all rows are known to meet, for queries to be planned by; nobody tests it.
     *
     * @param name its name
     * @param condition the condition
     * @return this statement
     */
    public CreateTable assume(String name, Field<Boolean> condition) {
        return constraint(name, " assume ", condition);
    }

    private CreateTable constraint(String name, String word, Field<Boolean> condition) {
        elements.add(context -> {
            context.sql("constraint ").visit(DSL.quotedName(name)).sql(word);
            context.qualify(false, c -> Inlined.visit(c, condition));
        });
        return this;
    }

    /**
     * The engine. There is no default.
     *
     * @param value the engine
     * @return this statement
     */
    public CreateTable engine(TableEngine value) {
        storage.engine = value;
        return this;
    }

    /**
     * The order of rows.
     *
     * @param fields columns and expressions; none for no order
     * @return this statement
     */
    public CreateTable orderBy(Field<?>... fields) {
        storage.orderBy = List.of(fields);
        return this;
    }

    /**
     * What is held in memory to find rows: the order, or its first part.
     *
     * @param fields columns and expressions
     * @return this statement
     */
    public CreateTable primaryKey(Field<?>... fields) {
        storage.primaryKey = List.of(fields);
        return this;
    }

    /**
     * What is kept apart.
     *
     * @param fields columns and expressions
     * @return this statement
     */
    public CreateTable partitionBy(Field<?>... fields) {
        storage.partitionBy = List.of(fields);
        return this;
    }

    /**
     * What samples are taken by.
     *
     * @param field an expression of the primary key
     * @return this statement
     */
    public CreateTable sampleBy(Field<?> field) {
        storage.sampleBy = List.of(field);
        return this;
    }

    /**
     * When rows are deleted.
     *
     * @param expressions times, computed from columns
     * @return this statement
     */
    public CreateTable ttl(Field<?>... expressions) {
        storage.ttl = List.of(expressions);
        return this;
    }

    /**
     * A setting of the table.
     *
     * @param name its name
     * @param value a number, a boolean, or text
     * @return this statement
     */
    public CreateTable setting(String name, Object value) {
        storage.setting(name, value);
        return this;
    }

    /**
     * What people are told of the table.
     *
     * @param text any text
     * @return this statement
     */
    public CreateTable comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Fills the table from a query, which also gives the columns that are not said.
     *
     * @param query the query
     * @return this statement
     */
    public CreateTable as(Select<?> query) {
        content = query;
        return this;
    }

    /**
     * Makes the table stand for what a table function gives; it has no engine then.
     *
     * @param function one of {@link TableFunctions}
     * @return this statement
     */
    public CreateTable asFunction(Table<?> function) {
        content = function;
        return this;
    }

    /**
     * The statement, to be rendered or run.
     *
     * @return a query of jOOQ's
     */
    public RowCountQuery query() {
        return Statement.of(this::render);
    }

    /**
     * Creates the table.
     *
     * @param context a context of {@link ClickHouseDSL}
     */
    public void execute(DSLContext context) {
        context.execute(query());
    }

    private void render(Context<?> context) {
        context.sql(head).visit(table.getQualifiedName());
        Statement.cluster(context, cluster);
        if (!elements.isEmpty()) {
            String separator = " (";
            for (Consumer<Context<?>> element : elements) {
                context.sql(separator);
                element.accept(context);
                separator = ", ";
            }
            context.sql(')');
        }
        boolean stored = !(content instanceof Table<?>);
        if (stored) {
            storage.render(context, table.getName());
        } else {
            as(context);
        }
        if (!comment.isEmpty()) {
            context.sql(" comment ").visit(DSL.inline(comment));
        }
        if (stored) {
            as(context);
        }
    }

    private void as(Context<?> context) {
        if (content != null) {
            QueryPart part = content;
            context.sql(" as ").declareTables(true, c -> Inlined.visit(c, part));
        }
    }
}
