package io.chconnect.jooq.internal.render;

import io.chconnect.jooq.internal.clause.RenderedTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * UNNEST of another table's array, paired with the rows of that table: ARRAY JOIN. Each element is a tuple of one name, so that
 * the column is still reached by the names of its table and its own.
 */
final class UnnestRepair {
    private UnnestRepair() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (!(part instanceof Select<?> select)) {
            return part;
        }
        List<Table<?>> tables = new ArrayList<>();
        List<Table<?>> arrays = new ArrayList<>();
        select.$from().forEach(table -> sort(table, tables, arrays));
        if (tables.isEmpty() || arrays.isEmpty()) {
            return part;
        }
        Table<?> unfolded = new RenderedTable(tables.get(0).getUnqualifiedName(), c -> declare(c, tables, arrays));
        List<? extends SelectFieldOrAsterisk> columns =
                select.$select().isEmpty() ? columns(tables, arrays) : select.$select();
        return select.$from(List.of(unfolded))
                .$select(columns.stream().map(column -> named(column, arrays)).toList());
    }

    /** Whether it is made of an array that stands in another table. */
    static boolean isOfColumn(QueryPart table) {
        return table.getClass().getSimpleName().equals("ArrayTable")
                && Children.of(table, SQLDialect.POSTGRES, Field.class).found().stream()
                        .anyMatch(TableField.class::isInstance);
    }

    private static Table<?> withoutAlias(Table<?> table) {
        return table instanceof QOM.TableAlias<?> alias ? alias.$table() : table;
    }

    private static void sort(Table<?> table, List<Table<?>> tables, List<Table<?>> arrays) {
        if (isOfColumn(withoutAlias(table))) {
            arrays.add(table);
        } else if (table instanceof QOM.CrossJoin<?> join && isOfColumn(withoutAlias(join.$table2()))) {
            sort(join.$table1(), tables, arrays);
            arrays.add(join.$table2());
        } else {
            tables.add(table);
        }
    }

    private static void declare(Context<?> context, List<Table<?>> tables, List<Table<?>> arrays) {
        String separator = "";
        for (Table<?> table : tables) {
            context.sql(separator);
            RenderedTable.declare(context, table);
            separator = ", ";
        }
        separator = " array join ";
        for (Table<?> table : arrays) {
            Field<?> array = Children.of(withoutAlias(table), SQLDialect.POSTGRES, Field.class)
                    .found()
                    .get(0);
            context.sql(separator)
                    .visit(DSL.sql(
                            "cast(arrayZip({0}), replaceOne(toTypeName(arrayZip({0})), 'Tuple(', concat('Tuple(`', {1}, '` '))) as {2}",
                            array, DSL.inline(escaped(table.fields()[0])), table.getUnqualifiedName()));
            separator = ", ";
        }
    }

    /** The name of an element within a type. */
    private static String escaped(Field<?> column) {
        return column.getName().replace("\\", "\\\\").replace("`", "\\`");
    }

    /** The server would call the element by its whole path. */
    private static SelectFieldOrAsterisk named(SelectFieldOrAsterisk column, List<Table<?>> arrays) {
        boolean element =
                column instanceof Field<?> field && arrays.stream().anyMatch(table -> field.equals(table.field(0)));
        return element ? ((Field<?>) column).as(((Field<?>) column).getUnqualifiedName()) : column;
    }

    private static List<SelectFieldOrAsterisk> columns(List<Table<?>> tables, List<Table<?>> arrays) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        if (tables.stream().allMatch(table -> table.fields().length > 0)) {
            tables.forEach(table -> columns.addAll(List.of(table.fields())));
        } else {
            columns.add(DSL.asterisk());
        }
        arrays.forEach(table -> columns.addAll(List.of(table.fields())));
        return columns;
    }
}
