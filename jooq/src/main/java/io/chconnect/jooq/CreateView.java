package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import io.chconnect.jooq.internal.render.Refusal;
import java.util.List;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * CREATE VIEW, plain or materialized, the latter filled by inserts or refreshed by the clock. Clauses may be given in any order.
 * Not thread-safe.
 */
public final class CreateView {
    private final Table<?> view;
    private final Select<?> query;
    private final boolean materialized;
    private @Nullable Table<?> target;
    private @Nullable TableEngine engine;
    private List<Field<?>> orderBy = List.of();
    private String refresh = "";
    private String cluster = "";
    private String comment = "";
    private boolean append;
    private boolean populate;
    private boolean ifNotExists;

    private CreateView(Table<?> view, Select<?> query, boolean materialized) {
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
        engine = value;
        orderBy = List.of(order);
        return this;
    }

    /**
     * A materialized view takes the rows that are there, too.
     *
     * @return this statement
     */
    public CreateView populate() {
        populate = true;
        return this;
    }

    /**
     * A materialized view runs its query by the clock.
     *
     * @param schedule as ClickHouse writes it, for example {@code EVERY 1 HOUR OFFSET 5 MINUTE}
     * @return this statement
     * @throws IllegalArgumentException if it is not written so
     */
    public CreateView refresh(String schedule) {
        if (!schedule.matches("(?i)(EVERY|AFTER) \\d+ [A-Z]+[\\w ,.]*")) {
            throw new IllegalArgumentException(
                    "The schedule \"" + schedule + "\" does not begin like EVERY 1 HOUR or AFTER 5 MINUTE");
        }
        refresh = schedule;
        return this;
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
        context.sql(materialized ? "create materialized view " : "create view ")
                .sql(ifNotExists ? "if not exists " : "")
                .visit(view.getQualifiedName());
        Statement.cluster(context, cluster);
        if (!refresh.isEmpty()) {
            context.sql(" refresh ").sql(refresh).sql(append ? " append" : "");
        }
        if (target != null) {
            context.sql(" to ").visit(target.getQualifiedName());
        }
        if (engine != null) {
            engine.render(context);
            if (engine.isMergeTree()) {
                Statement.key(context, " order by ", orderBy);
            }
            context.sql(populate ? " populate" : "");
        }
        context.sql(" as ");
        Inlined.visit(context, query);
        if (!comment.isEmpty()) {
            context.sql(" comment ").visit(DSL.inline(comment));
        }
    }

    private void validate() {
        if (!materialized && (target != null || engine != null || populate || !refresh.isEmpty())) {
            throw Refusal.of("plain view with TO, ENGINE, POPULATE or REFRESH", "make it materialized");
        }
        if (materialized && (target == null) == (engine == null)) {
            throw Refusal.of("materialized view with neither or both of TO and ENGINE", "give one of them");
        }
        if (populate && (target != null || !refresh.isEmpty())) {
            throw Refusal.of("POPULATE together with TO or REFRESH", "insert what is there by hand");
        }
        if (append && refresh.isEmpty()) {
            throw Refusal.of("APPEND without REFRESH", "give a schedule");
        }
    }
}
