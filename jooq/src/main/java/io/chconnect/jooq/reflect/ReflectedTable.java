package io.chconnect.jooq.reflect;

import io.chconnect.jooq.CreateDictionary;
import io.chconnect.jooq.CreateTable;
import io.chconnect.jooq.CreateView;
import java.util.List;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A table, view or dictionary, with every clause of the statement that made it. {@link #create()} makes the same again.
 * Immutable.
 *
 * @param database its database
 * @param name its name
 * @param kind what it is
 * @param columns the columns of a table or view, in order; none of a view that has parameters
 * @param indexes data-skipping indices
 * @param projections projections
 * @param constraints conditions on rows
 * @param storage the engine and its clauses, of a table or of a materialized view that holds its own rows
 * @param function the table function that the table stands for; empty otherwise
 * @param view what it has as a view; null otherwise
 * @param dictionary what it has as a dictionary; null otherwise
 * @param comment what people are told of it; empty when nothing is said
 * @param statement the statement, as the server writes it; empty of the server's own tables, which cannot be made again
 */
public record ReflectedTable(
        String database,
        String name,
        Kind kind,
        List<ReflectedColumn> columns,
        List<ReflectedIndex> indexes,
        List<ReflectedProjection> projections,
        List<ReflectedConstraint> constraints,
        ReflectedStorage storage,
        String function,
        @Nullable ReflectedView view,
        @Nullable ReflectedDictionary dictionary,
        String comment,
        String statement) {
    /** What it is. */
    public enum Kind {
        /** A table. */
        TABLE,
        /** A query with a name. */
        VIEW,
        /** A view that holds rows. */
        MATERIALIZED_VIEW,
        /** A dictionary. */
        DICTIONARY
    }

    /** Copies the lists. */
    public ReflectedTable {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        projections = List.copyOf(projections);
        constraints = List.copyOf(constraints);
    }

    /**
     * Its name with its database, for statements.
     *
     * @return a table without columns
     */
    public Table<Record> qualifiedName() {
        return DSL.table(DSL.name(database, name));
    }

    /**
     * A statement that makes the same again, in the same place.
     *
     * @return a query of jOOQ's
     * @throws IllegalStateException if the server hides its statement, or a secret in it
     */
    public RowCountQuery create() {
        return create(qualifiedName());
    }

    /**
     * A statement that makes the same in another place.
     *
     * @param target the name there, with its database or without
     * @return a query of jOOQ's
     * @throws IllegalStateException if the server hides its statement, or a secret in it
     */
    public RowCountQuery create(Table<?> target) {
        return switch (kind) {
            case TABLE -> createTable(target).query();
            case VIEW, MATERIALIZED_VIEW -> createView(target).query();
            case DICTIONARY -> createDictionary(target).query();
        };
    }

    /**
     * A statement that makes such a table, to be changed further.
     *
     * @param target the name of the new table
     * @return the statement
     * @throws IllegalStateException if this is no table, or the server hides its statement or a secret in it
     */
    public CreateTable createTable(Table<?> target) {
        require(kind == Kind.TABLE, "table");
        return Recreation.table(this, target);
    }

    /**
     * A statement that makes such a view, to be changed further.
     *
     * @param target the name of the new view
     * @return the statement
     * @throws IllegalStateException if this is no view, or the server hides its statement or a secret in it
     */
    public CreateView createView(Table<?> target) {
        ReflectedView what = view;
        require(what != null, "view");
        return Recreation.view(this, java.util.Objects.requireNonNull(what), target);
    }

    /**
     * A statement that makes such a dictionary, to be changed further.
     *
     * @param target the name of the new dictionary
     * @return the statement
     * @throws IllegalStateException if this is no dictionary, or the server hides its statement or a secret in it
     */
    public CreateDictionary createDictionary(Table<?> target) {
        ReflectedDictionary what = dictionary;
        require(what != null, "dictionary");
        return Recreation.dictionary(this, java.util.Objects.requireNonNull(what), target);
    }

    private void require(boolean right, String wanted) {
        if (!right) {
            throw new IllegalStateException(database + "." + name + " is no " + wanted + " but a " + kind);
        }
        if (statement.isEmpty()) {
            throw new IllegalStateException("The server does not show how " + database + "." + name + " was made");
        }
        Written.requireNothingHidden(statement, database + "." + name);
    }
}
