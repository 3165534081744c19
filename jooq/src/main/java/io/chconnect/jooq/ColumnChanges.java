package io.chconnect.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.impl.DSL;

/** What ALTER TABLE changes of columns. */
abstract sealed class ColumnChanges permits AlterTable {
    final List<Consumer<Context<?>>> changes = new ArrayList<>();

    abstract AlterTable self();

    AlterTable named(String word, String name) {
        changes.add(context -> context.sql(word).visit(DSL.quotedName(name)));
        return self();
    }

    /**
     * Adds a column at the end.
     *
     * @param column the column
     * @return this statement
     */
    public AlterTable addColumn(Column column) {
        return column("add column ", column, "");
    }

    /**
     * Adds a column at the end, unless there is one of the name.
     *
     * @param column the column
     * @return this statement
     */
    public AlterTable addColumnIfNotExists(Column column) {
        return column("add column if not exists ", column, "");
    }

    /**
     * Adds a column at the beginning.
     *
     * @param column the column
     * @return this statement
     */
    public AlterTable addColumnFirst(Column column) {
        return column("add column ", column, " first");
    }

    /**
     * Adds a column behind another one.
     *
     * @param column the column
     * @param before the name of the other one
     * @return this statement
     */
    public AlterTable addColumnAfter(Column column, String before) {
        changes.add(context -> {
            context.sql("add column ");
            column.render(context);
            context.sql(" after ").visit(DSL.quotedName(before));
        });
        return self();
    }

    /**
     * Gives a column another type, default, comment, codec or lifetime.
     *
     * @param column the column as it becomes
     * @return this statement
     */
    public AlterTable modifyColumn(Column column) {
        return column("modify column ", column, "");
    }

    private AlterTable column(String word, Column column, String place) {
        changes.add(context -> {
            context.sql(word);
            column.render(context);
            context.sql(place);
        });
        return self();
    }

    /**
     * Renames a column.
     *
     * @param before its name
     * @param after its new name
     * @return this statement
     */
    public AlterTable renameColumn(String before, String after) {
        changes.add(c -> c.sql("rename column ")
                .visit(DSL.quotedName(before))
                .sql(" to ")
                .visit(DSL.quotedName(after)));
        return self();
    }

    /**
     * Drops a column.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable dropColumn(String name) {
        return named("drop column ", name);
    }

    /**
     * Drops a column, if there is one of the name.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable dropColumnIfExists(String name) {
        return named("drop column if exists ", name);
    }

    /**
     * Takes something from a column.
     *
     * @param name its name
     * @param part what it has no longer
     * @return this statement
     */
    public AlterTable removeFromColumn(String name, ColumnPart part) {
        changes.add(c -> c.sql("modify column ")
                .visit(DSL.quotedName(name))
                .sql(" remove ")
                .sql(part.name().toLowerCase(Locale.ROOT)));
        return self();
    }

    /**
     * Gives a column its default in all rows.
     *
     * @param name its name
     * @return this statement
     */
    public AlterTable clearColumn(String name) {
        return named("clear column ", name);
    }

    /**
     * Computes a column for the rows that are there already.
     *
     * @param name the name of a column with DEFAULT or MATERIALIZED
     * @return this statement
     */
    public AlterTable materializeColumn(String name) {
        return named("materialize column ", name);
    }

    /**
     * Tells people of a column.
     *
     * @param name its name
     * @param text any text
     * @return this statement
     */
    public AlterTable commentColumn(String name, String text) {
        changes.add(c ->
                c.sql("comment column ").visit(DSL.quotedName(name)).sql(' ').visit(DSL.inline(text)));
        return self();
    }
}
