package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Statements that change or tend tables in ways of ClickHouse's own. Run them with {@code dsl.execute(…)}. */
public final class Maintenance {
    private Maintenance() {}

    /**
     * Deletes rows by rewriting parts: {@code ALTER TABLE … DELETE}. Ends when the change is done.
     *
     * @param table the table
     * @param condition which rows
     * @return the statement
     */
    public static RowCountQuery alterDelete(Table<?> table, Condition condition) {
        return query(context -> {
            head(context, table);
            context.sql("delete where ").qualify(false, c -> Inlined.visit(c, condition));
            context.sql(" settings mutations_sync = 2");
        });
    }

    /**
     * Changes rows by rewriting parts: {@code ALTER TABLE … UPDATE}. Ends when the change is done.
     *
     * @param table the table
     * @param values new values by columns
     * @param condition which rows
     * @return the statement
     */
    public static RowCountQuery alterUpdate(Table<?> table, Map<? extends Field<?>, ?> values, Condition condition) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to update in " + table.getName());
        }
        return query(context -> {
            head(context, table);
            String separator = "update ";
            for (Map.Entry<? extends Field<?>, ?> change : values.entrySet()) {
                context.sql(separator)
                        .visit(change.getKey().getUnqualifiedName())
                        .sql(" = ");
                Field<?> value = change.getValue() instanceof Field<?> given
                        ? given
                        : DSL.inline(
                                change.getValue(), change.getKey().getDataType().getType());
                context.qualify(false, c -> Inlined.visit(c, value));
                separator = ", ";
            }
            context.sql(" where ").qualify(false, c -> Inlined.visit(c, condition));
            context.sql(" settings mutations_sync = 2");
        });
    }

    /**
     * Exchanges the names of two tables at once.
     *
     * @param first a table
     * @param second another one
     * @return the statement
     */
    public static RowCountQuery exchange(Table<?> first, Table<?> second) {
        return query(context -> context.sql("exchange tables ")
                .visit(first.getQualifiedName())
                .sql(" and ")
                .visit(second.getQualifiedName()));
    }

    /**
     * Merges the parts of a table into one.
     *
     * @param table the table
     * @return the statement, which ends when the merge is done
     */
    public static RowCountQuery optimizeFinal(Table<?> table) {
        return query(context ->
                context.sql("optimize table ").visit(table.getQualifiedName()).sql(" final"));
    }

    /**
     * Merges the parts of a table into one, and keeps equal rows once.
     *
     * @param table the table
     * @param by the columns in which rows are equal; none means all
     * @return the statement, which ends when the merge is done
     */
    public static RowCountQuery deduplicate(Table<?> table, Field<?>... by) {
        return query(context -> {
            context.sql("optimize table ").visit(table.getQualifiedName()).sql(" final deduplicate");
            if (by.length > 0) {
                context.sql(" by ").qualify(false, c -> Inlined.list(c, java.util.List.of(by)));
            }
        });
    }

    /**
     * Reads the entries of a dictionary again.
     *
     * @param dictionary its name, with its database or without
     * @return the statement, which ends when they are read
     */
    public static RowCountQuery reloadDictionary(Table<?> dictionary) {
        return query(context -> context.sql("system reload dictionary ").visit(dictionary.getQualifiedName()));
    }

    /**
     * Refreshes a view that is refreshed by the clock, now.
     *
     * @param view its name, with its database or without
     * @return the statement, which does not wait for the refresh
     */
    public static RowCountQuery refreshView(Table<?> view) {
        return query(context -> context.sql("system refresh view ").visit(view.getQualifiedName()));
    }

    private static void head(Context<?> context, Table<?> table) {
        context.sql("alter table ").visit(table.getQualifiedName()).sql(' ');
    }

    private static RowCountQuery query(java.util.function.Consumer<Context<?>> text) {
        return Statement.of(text);
    }
}
