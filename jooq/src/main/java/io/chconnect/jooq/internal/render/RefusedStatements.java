package io.chconnect.jooq.internal.render;

import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.TableElement;
import org.jooq.VisitContext;
import org.jooq.impl.QOM;

/** Statements that jOOQ would render with names the server does not know, or with less in them than was said. */
final class RefusedStatements {
    private RefusedStatements() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.Delete<?> delete) {
            refuseMore("DELETE", delete.$from(), !delete.$using().isEmpty(), isLimited(delete));
        } else if (part instanceof QOM.Update<?> update) {
            refuseMore("UPDATE", update.$table(), !update.$from().isEmpty(), isLimited(update));
        } else if (part instanceof QOM.InsertReturning
                || part instanceof QOM.UpdateReturning
                || part instanceof QOM.DeleteReturning) {
            throw Refusal.of("RETURNING", "query the rows");
        } else if (part instanceof QOM.CreateTable table) {
            table.$tableElements().forEach(RefusedStatements::refuse);
        } else if (part instanceof QOM.CreateIndex index && index.$unique()) {
            throw Refusal.of(
                    "UNIQUE INDEX", "keys are not unique; create an index that skips rows, or use CreateTable");
        } else if (part instanceof QOM.AlterIndex) {
            throw Refusal.of("ALTER INDEX", "drop the index and create it anew");
        } else if (part instanceof QOM.CreateSequence
                || part instanceof QOM.AlterSequence
                || part instanceof QOM.DropSequence
                || part.getClass().getSimpleName().equals("SequenceFunction")) {
            throw Refusal.of("SEQUENCE", "number rows by generateSerialID or generateSnowflakeID");
        }
        return part;
    }

    private static boolean isLimited(QOM.Delete<?> delete) {
        return delete.$limit() != null || !delete.$orderBy().isEmpty();
    }

    private static boolean isLimited(QOM.Update<?> update) {
        return update.$limit() != null || !update.$orderBy().isEmpty();
    }

    private static void refuseMore(String statement, Table<?> table, boolean joined, boolean limited) {
        if (joined) {
            throw Refusal.of(statement + " with a second table", "find the rows with a subquery in WHERE");
        }
        if (limited) {
            throw Refusal.of(statement + " with ORDER BY or LIMIT", "find the rows with a subquery in WHERE");
        }
        if (table instanceof QOM.TableAlias) {
            throw Refusal.of(statement + " of an alias", "name the table itself");
        }
    }

    private static void refuse(TableElement element) {
        if (element instanceof QOM.ForeignKey) {
            throw Refusal.of("FOREIGN KEY", "leave it out");
        }
        if (element instanceof QOM.UniqueKey) {
            throw Refusal.of("UNIQUE", "keys are not unique; leave it out");
        }
        if (element instanceof QOM.Check check
                && (check.$name() == null || check.$name().empty())) {
            throw Refusal.of("CHECK without a name", "name it: constraint(\"c\").check(…)");
        }
        if (element instanceof Field<?> column && column.getDataType().identity()) {
            throw Refusal.of(
                    "identity column such as " + column.getName(),
                    "give it a default, for example generateSnowflakeID()");
        }
    }
}
