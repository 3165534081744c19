package io.chconnect.jooq.internal.clause;

import java.io.Serial;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;

/** Marks a select of jOOQ's in whose place another statement is rendered. */
public final class SelectMark extends TableImpl<Record> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Context<?>> statement;
    private String untouched = "";

    /** A mark for a statement. */
    public SelectMark(Consumer<Context<?>> statement) {
        super(DSL.name("chc_select"));
        this.statement = statement;
    }

    /** Remembers the select that the mark is in. */
    public <R extends Record> Select<R> in(Select<R> select) {
        untouched = text(select);
        return select;
    }

    /** Whether jOOQ has changed the select since, which it does when it is combined with others. */
    public boolean isUntouched(Select<?> select) {
        return untouched.equals(text(select));
    }

    private static String text(Select<?> select) {
        return DSL.using(SQLDialect.DEFAULT).render(select);
    }

    /** The statement as a table. */
    public QueryPart asDerivedTable() {
        return CustomQueryPart.of(
                context -> context.sql('(').visit(statement()).sql(") ").visit(getUnqualifiedName()));
    }

    /** The statement. */
    public QueryPart statement() {
        return CustomQueryPart.of(statement);
    }
}
