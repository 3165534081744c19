package io.chconnect.jooq.internal.render;

import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.VisitContext;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Statements that jOOQ renders by another grammar. */
final class StatementRepairs {
    private StatementRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.DropSchema drop) {
            // A database goes with all that is in it, so CASCADE says nothing new.
            String head = drop.$ifExists() ? "drop database if exists " : "drop database ";
            return CustomQueryPart.of(c -> c.sql(head).visit(drop.$schema()));
        }
        if (part instanceof QOM.Insert<?> insert && insert.$defaultValues()) {
            return defaults(insert.$into());
        }
        if (part.getClass().getSimpleName().equals("AlterTableImpl")) {
            return renamed(part);
        }
        return part;
    }

    private static QueryPart defaults(Table<?> table) {
        Field<?>[] columns = table.fields();
        if (columns.length == 0) {
            throw Refusal.of(
                    "DEFAULT VALUES for the table " + table.getName() + ", whose columns are not known",
                    "insert DSL.defaultValue() into one of its columns");
        }
        return CustomQueryPart.of(c -> c.sql("insert into ")
                .visit(DSL.table(table.getQualifiedName()))
                .sql(" (")
                .visit(columns[0].getUnqualifiedName())
                .sql(") values (default)"));
    }

    /** The new name of a table would be one of the current database, and the table would move there. */
    @SuppressWarnings("rawtypes") // a class literal has no parameters
    private static QueryPart renamed(QueryPart alter) {
        Children<Table> tables = Children.of(alter, SQLDialect.CLICKHOUSE, Table.class);
        if (!tables.text().startsWith("rename table") || tables.found().size() != 2) {
            return alter;
        }
        List<Table> both = tables.found();
        Table<?> before = both.get(0);
        Table<?> after = both.get(1);
        boolean stays = before.getQualifiedName().qualified()
                && !after.getQualifiedName().qualified();
        QueryPart target = stays
                ? DSL.name(before.getQualifiedName().qualifier(), after.getUnqualifiedName())
                : after.getQualifiedName();
        return CustomQueryPart.of(
                c -> c.sql("rename table ").visit(before).sql(" to ").visit(target));
    }
}
