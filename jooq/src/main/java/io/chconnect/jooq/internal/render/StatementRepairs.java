package io.chconnect.jooq.internal.render;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.VisitContext;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Statements that jOOQ renders by another grammar. */
@SuppressWarnings("rawtypes") // class literals have no parameters
final class StatementRepairs {
    private StatementRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.DropSchema drop) {
            // A database goes with all that is in it, so CASCADE says nothing new; nor does it of tables, on which
            // nothing depends.
            String head = drop.$ifExists() ? "drop database if exists " : "drop database ";
            return CustomQueryPart.of(c -> c.sql(head).visit(drop.$schema()));
        }
        if (part instanceof QOM.DropTable drop && drop.$cascade() != null) {
            return drop.$cascade(null);
        }
        if (part instanceof QOM.DropView drop && drop.$cascade() != null) {
            return drop.$cascade(null);
        }
        if (part instanceof QOM.Truncate<?> truncate && truncate.$cascade() != null) {
            return truncate.$cascade(null);
        }
        if (part instanceof QOM.Insert<?> insert && insert.$defaultValues()) {
            return defaults(insert.$into());
        }
        if (part.getClass().getSimpleName().equals("AlterTableImpl")) {
            return altered(part);
        }
        return part;
    }

    /** A row that says nothing, which needs no column to be known. */
    private static QueryPart defaults(Table<?> table) {
        return CustomQueryPart.of(c ->
                c.sql("insert into ").visit(DSL.table(table.getQualifiedName())).sql(" format JSONEachRow {}"));
    }

    private static QueryPart altered(QueryPart alter) {
        Children<Field> columns = Children.of(alter, SQLDialect.CLICKHOUSE, Field.class);
        String text = columns.text().strip();
        if (text.startsWith("alter table if exists")) {
            throw Refusal.of("ALTER TABLE IF EXISTS", "look first, with ClickHouseMeta.hasTable");
        }
        if (text.matches(".*[( ](\\d+\\)?|instant\\)?|.* with time zone\\)?)")) {
            throw Refusal.of("name for this type of jOOQ's in ALTER TABLE", "use one of ClickHouseTypes");
        }
        if (text.endsWith("not null")) {
            throw Refusal.of("SET or DROP NOT NULL", "give the column its whole type, with alterColumn(c).set(type)");
        }
        if (text.endsWith(" set default")) {
            return column(
                    alter,
                    columns.found().get(0),
                    c -> c.sql("default ").visit(columns.found().get(1)));
        }
        return text.endsWith(" drop default")
                ? column(alter, columns.found().get(0), c -> c.sql("remove default"))
                : renamed(alter);
    }

    private static QueryPart column(QueryPart alter, Field<?> column, Consumer<Context<?>> change) {
        Table<?> table =
                Children.of(alter, SQLDialect.CLICKHOUSE, Table.class).found().get(0);
        return CustomQueryPart.of(c -> {
            c.sql("alter table ").visit(table).sql(" modify column ").visit(column.getUnqualifiedName());
            change.accept(c.sql(' '));
        });
    }

    /** The new name of a table would be one of the current database, and the table would move there. */
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
