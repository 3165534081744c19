package io.chconnect.jooq.internal.render;

import org.jooq.Comment;
import org.jooq.Constraint;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.TableElement;
import org.jooq.VisitContext;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * CREATE TABLE with a storage clause, a comment or a query, which jOOQ puts in the wrong places. The storage clause stands in
 * place of the engine that jOOQ chooses.
 */
final class CreateTableRepair {
    private static final String UPDATABLE = " settings enable_block_number_column = 1, enable_block_offset_column = 1";

    private CreateTableRepair() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (!(part instanceof QOM.CreateTable given)) {
            return part;
        }
        QOM.CreateTable table = TimeTypes.named(given);
        return table.$storage() != null || table.$select() != null || hasComment(table)
                ? CustomQueryPart.of(c -> render(c, table))
                : table;
    }

    private static boolean hasComment(QOM.CreateTable table) {
        return !comment(table).isEmpty();
    }

    private static String comment(QOM.CreateTable table) {
        Comment comment = table.$comment();
        return comment == null ? "" : comment.getComment();
    }

    private static void render(Context<?> context, QOM.CreateTable table) {
        boolean temporary = table.$tableScope() != null;
        context.sql(temporary ? "create temporary table " : "create table ")
                .sql(table.$ifNotExists() ? "if not exists " : "")
                .visit(DSL.table(table.$table().getQualifiedName()));
        if (!table.$tableElements().isEmpty()) {
            context.sql(" (");
            String separator = "";
            for (TableElement element : table.$tableElements()) {
                context.sql(separator);
                element(context, element);
                separator = ", ";
            }
            context.sql(')');
        }
        context.sql(' ');
        engine(context, table, temporary);
        if (hasComment(table)) {
            context.sql(" comment ").visit(DSL.inline(comment(table)));
        }
        Select<?> select = table.$select();
        if (select != null) {
            context.sql(" as ").visit(select);
        }
    }

    private static void engine(Context<?> context, QOM.CreateTable table, boolean temporary) {
        if (table.$storage() != null) {
            context.visit(table.$storage());
        } else if (table.$tableElements().stream().anyMatch(QOM.PrimaryKey.class::isInstance)) {
            context.sql("engine = MergeTree").sql(hasComment(table) ? "" : UPDATABLE);
        } else if (temporary) {
            context.sql("engine = Memory");
        } else {
            context.sql("engine = MergeTree order by tuple()");
        }
    }

    private static void element(Context<?> context, TableElement element) {
        if (element instanceof Field<?> column) {
            column(context, column);
        } else if (element instanceof Constraint constraint) {
            context.visit(constraint);
        } else {
            throw Refusal.of("index in this form", "add it with CreateTable.index, or with createIndex");
        }
    }

    private static void column(Context<?> context, Field<?> column) {
        DataType<?> type = column.getDataType();
        context.visit(column.getUnqualifiedName()).sql(' ').sql(type.getCastTypeName(context.configuration()));
        if (type.defaulted()) {
            context.sql(" default ").visit(type.defaultValue());
        }
        if (!column.getComment().isEmpty()) {
            context.sql(" comment ").visit(DSL.inline(column.getComment()));
        }
    }
}
