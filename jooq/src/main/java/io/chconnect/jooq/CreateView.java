package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import io.chconnect.jooq.internal.render.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.RowCountQuery;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * CREATE VIEW, plain or materialized, the latter filled by inserts or refreshed by the clock. Clauses may be given in any order.
 * Not thread-safe.
 */
public final class CreateView {
    private final Table<?> view;
    private final QueryPart query;
    private final boolean materialized;
    private final List<Column> columns = new ArrayList<>();
    private final StorageClauses storage = new StorageClauses();
    private @Nullable Table<?> target;
    private @Nullable QueryPart security;
    private String head = "";
    private String refresh = "";
    private String cluster = "";
    private String comment = "";
    private String filling = "";
    private boolean append;
    private boolean ifNotExists;

    private CreateView(Table<?> view, QueryPart query, boolean materialized) {
        this.view = view;
        this.query = query;
        this.materialized = materialized;
    }

    /**
     * A view that runs its query whenever it is read.
     *
     * @param view its name, with its database or without
     * @param query its query
     * @return a statement
     */
    public static CreateView of(Table<?> view, Select<?> query) {
        return new CreateView(view, query, false);
    }

    /**
     * A view that runs its query whenever it is read.
     *
     * @param view its name, with its database or without
     * @param query its query as ClickHouse writes it, which may have parameters such as {@code {day:Date}}
     * @return a statement
     */
    public static CreateView of(Table<?> view, SQL query) {
        return new CreateView(view, query, false);
    }

    /**
     * A view that holds what its query gives for each insert, or at each refresh.
     *
     * @param view its name, with its database or without
     * @param query its query as ClickHouse writes it
     * @return a statement that needs {@link #to} or {@link #engine}
     */
    public static CreateView materialized(Table<?> view, SQL query) {
        return new CreateView(view, query, true);
    }

    /**
     * A view that holds what its query gives for each insert, or at each refresh.
     *
     * @param view its name, with its database or without
     * @param query its query
     * @return a statement that needs {@link #to} or {@link #engine}
     */
    public static CreateView materialized(Table<?> view, Select<?> query) {
        return new CreateView(view, query, true);
    }

    /**
     * Does nothing when there is such a view.
     *
     * @return this statement
     */
    public CreateView ifNotExists() {
        ifNotExists = true;
        return this;
    }

    /**
     * Replaces the view when there is one.
     *
     * @return this statement
     */
    public CreateView orReplace() {
        head = "or replace ";
        return this;
    }

    /**
     * Adds a column; without any, they are those of the query.
     *
     * @param column its name, its type, and perhaps a comment
     * @return this statement
     */
    public CreateView column(Column column) {
        columns.add(column);
        return this;
    }

    /**
     * The view reads with the rights of a user.
     *
     * @param user the name of the user
     * @return this statement
     */
    public CreateView definer(String user) {
        security = CustomQueryPart.of(
                c -> c.sql("definer = ").visit(DSL.quotedName(user)).sql(" sql security definer"));
        return this;
    }

    /**
     * The view reads with the rights of whoever asks.
     *
     * @return this statement
     */
    public CreateView invoker() {
        security = CustomQueryPart.of(c -> c.sql("sql security invoker"));
        return this;
    }

    /**
     * The view reads whatever it reads, without a look at rights.
     *
     * @return this statement
     */
    public CreateView withoutSecurity() {
        security = CustomQueryPart.of(c -> c.sql("sql security none"));
        return this;
    }

    /**
     * Makes the view on all servers of a cluster.
     *
     * @param name the name of the cluster
     * @return this statement
     */
    public CreateView onCluster(String name) {
        cluster = name;
        return this;
    }

    /**
     * Where a materialized view writes.
     *
     * @param table a table that is there
     * @return this statement
     */
    public CreateView to(Table<?> table) {
        target = table;
        return this;
    }

    /**
     * The engine of a materialized view's own table.
     *
     * @param value the engine
     * @param order the order of its rows
     * @return this statement
     */
    public CreateView engine(TableEngine value, Field<?>... order) {
        storage.engine = value;
        storage.orderBy = value.isMergeTree() ? List.of(order) : null;
        return this;
    }

    /**
     * What is held in memory of a materialized view's own table.
     *
     * @param fields columns and expressions, with which the order begins
     * @return this statement
     */
    public CreateView primaryKey(Field<?>... fields) {
        storage.primaryKey = List.of(fields);
        return this;
    }

    /**
     * What is kept apart in a materialized view's own table.
     *
     * @param fields columns and expressions
     * @return this statement
     */
    public CreateView partitionBy(Field<?>... fields) {
        storage.partitionBy = List.of(fields);
        return this;
    }

    /**
     * What samples of a materialized view's own table are taken by.
     *
     * @param field an expression of the primary key
     * @return this statement
     */
    public CreateView sampleBy(Field<?> field) {
        storage.sampleBy = List.of(field);
        return this;
    }

    /**
     * When rows of a materialized view's own table are deleted.
     *
     * @param expressions times, computed from columns
     * @return this statement
     */
    public CreateView ttl(Field<?>... expressions) {
        storage.ttl = List.of(expressions);
        return this;
    }

    /**
     * A setting of a materialized view's own table.
     *
     * @param name its name
     * @param value a number, a boolean, or text
     * @return this statement
     */
    public CreateView setting(String name, Object value) {
        storage.setting(name, value);
        return this;
    }

    /**
     * A materialized view takes the rows that are there, too.
     *
     * @return this statement
     */
    public CreateView populate() {
        filling = " populate";
        return this;
    }

    /**
     * A view that is refreshed is empty until its first time comes; otherwise it is refreshed at once.
     *
     * @return this statement
     */
    public CreateView empty() {
        filling = " empty";
        return this;
    }

    /**
     * A materialized view runs its query by the clock.
     *
     * @param schedule as ClickHouse writes it, for example {@code EVERY 1 HOUR OFFSET 5 MINUTE}, with all that it depends on
     * @return this statement
     * @throws IllegalArgumentException if it is not written so
     */
    public CreateView refresh(String schedule) {
        refresh = schedule(schedule);
        return this;
    }

    static String schedule(String written) {
        if (!written.matches("(?i)(EVERY|AFTER) \\d+ [A-Z]+[\\w ,.=`']*")) {
            throw new IllegalArgumentException(
                    "The schedule \"" + written + "\" does not begin like EVERY 1 HOUR or AFTER 5 MINUTE");
        }
        return written;
    }

    /**
     * A refresh adds rows and keeps those before.
     *
     * @return this statement
     */
    public CreateView append() {
        append = true;
        return this;
    }

    /**
     * What people are told of the view.
     *
     * @param text any text
     * @return this statement
     */
    public CreateView comment(String text) {
        comment = text;
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
     * Creates the view.
     *
     * @param context a context of {@link ClickHouseDSL}
     */
    public void execute(DSLContext context) {
        context.execute(query());
    }

    private void render(Context<?> context) {
        validate();
        context.sql("create ")
                .sql(head)
                .sql(materialized ? "materialized view " : "view ")
                .sql(ifNotExists ? "if not exists " : "")
                .visit(view.getQualifiedName());
        Statement.cluster(context, cluster);
        if (!refresh.isEmpty()) {
            context.sql(" refresh ").sql(refresh).sql(append ? " append" : "");
        }
        if (target != null) {
            context.sql(" to ").visit(target.getQualifiedName());
        }
        String separator = " (";
        for (Column column : columns) {
            column.render(context.sql(separator));
            separator = ", ";
        }
        context.sql(columns.isEmpty() ? "" : ")");
        if (storage.engine != null) {
            storage.render(context, view.getName());
        }
        if (security != null) {
            context.sql(' ').visit(security);
        }
        context.sql(filling).sql(" as ");
        Inlined.visit(context, query);
        if (!comment.isEmpty()) {
            context.sql(" comment ").visit(DSL.inline(comment));
        }
    }

    private void validate() {
        boolean populate = filling.equals(" populate");
        if (!materialized && (target != null || storage.engine != null || populate || !refresh.isEmpty())) {
            throw Refusal.of("plain view with TO, ENGINE, POPULATE or REFRESH", "make it materialized");
        }
        if (materialized && (target == null) == (storage.engine == null)) {
            throw Refusal.of("materialized view with neither or both of TO and ENGINE", "give one of them");
        }
        if (populate && (target != null || !refresh.isEmpty())) {
            throw Refusal.of("POPULATE together with TO or REFRESH", "insert what is there by hand");
        }
        if (refresh.isEmpty() && (append || filling.equals(" empty"))) {
            throw Refusal.of("APPEND or EMPTY without REFRESH", "give a schedule");
        }
        if (ifNotExists && !head.isEmpty()) {
            throw Refusal.of("view with both OR REPLACE and IF NOT EXISTS", "choose one");
        }
    }
}
