package io.chconnect.jooq.reflect;

import io.chconnect.jooq.internal.clause.Statement;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;

/**
 * A database.
 *
 * @param name its name
 * @param engine its engine as the server writes it, for example {@code Atomic} or {@code Replicated('/path', 's', 'r')}
 * @param comment what people are told of it; empty when nothing is said
 */
public record ReflectedDatabase(String name, String engine, String comment) {
    /**
     * The statement that makes the same database.
     *
     * @return CREATE DATABASE
     * @throws IllegalStateException if a secret of its engine is hidden, so that it would not be the same
     */
    public RowCountQuery create() {
        Written.requireNothingHidden(engine, name);
        return Statement.of(context -> {
            context.sql("create database ")
                    .visit(DSL.quotedName(name))
                    .sql(" engine = ")
                    .visit(Written.sql(engine));
            if (!comment.isEmpty()) {
                context.sql(" comment ").visit(DSL.inline(comment));
            }
        });
    }
}
