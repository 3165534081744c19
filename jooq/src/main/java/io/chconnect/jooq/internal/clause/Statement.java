package io.chconnect.jooq.internal.clause;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** Statements with a text of their own. */
public final class Statement {
    private Statement() {}

    /** A statement. */
    public static RowCountQuery of(Consumer<Context<?>> text) {
        return DSL.query("{0}", CustomQueryPart.of(text));
    }

    /** A key: one expression, or several in brackets; {@code tuple()} when there is none. */
    public static void key(Context<?> context, String word, List<? extends Field<?>> fields) {
        context.sql(word);
        if (fields.isEmpty()) {
            context.sql("tuple()");
            return;
        }
        if (fields.size() == 1) {
            list(context, fields);
            return;
        }
        list(context.sql('('), fields);
        context.sql(')');
    }

    /** Expressions of columns, with their values written into the text. */
    public static void list(Context<?> context, List<? extends Field<?>> fields) {
        context.qualify(false, c -> {
            String separator = "";
            for (Field<?> field : fields) {
                c.sql(separator);
                Inlined.visit(c, field);
                separator = ", ";
            }
        });
    }

    /** {@code on cluster 'name'}, or nothing. */
    public static void cluster(Context<?> context, String cluster) {
        if (!cluster.isEmpty()) {
            context.sql(" on cluster ").visit(DSL.inline(cluster));
        }
    }
}
