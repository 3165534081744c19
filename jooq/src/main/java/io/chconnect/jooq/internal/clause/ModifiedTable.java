package io.chconnect.jooq.internal.clause;

import io.chconnect.jooq.internal.render.Refusal;
import java.io.Serial;
import java.util.List;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.QOM;

/** A table with FINAL, SAMPLE and ARRAY JOIN, which stand in this order whatever the order is in which they were said. */
public final class ModifiedTable extends RenderedTable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Parts parts;

    /** What there is of it. */
    private record Parts(Table<?> table, boolean merged, String sample, String unfolding, List<Field<?>> arrays) {
        void declare(Context<?> context) {
            if ((merged || !sample.isEmpty()) && !isStored(table)) {
                throw Refusal.of(
                        (merged ? "FINAL" : "SAMPLE") + " of a query or a join",
                        "say it of the tables that are in there");
            }
            RenderedTable.declare(context, table);
            context.sql(merged ? " final" : "").sql(sample);
            if (!arrays.isEmpty()) {
                Inlined.aliased(context.sql(unfolding), arrays);
            }
        }
    }

    private ModifiedTable(Parts parts) {
        super(parts.table().getUnqualifiedName(), parts::declare);
        this.parts = parts;
    }

    private static Parts of(Table<?> table) {
        return table instanceof ModifiedTable given ? given.parts : new Parts(table, false, "", "", List.of());
    }

    /** The table with its rows merged. */
    public static ModifiedTable merged(Table<?> table) {
        Parts p = of(table);
        return p.table() instanceof ModifiedTable inner
                ? new ModifiedTable(new Parts(merged(inner), false, "", p.unfolding(), p.arrays()))
                : new ModifiedTable(new Parts(p.table(), true, p.sample(), p.unfolding(), p.arrays()));
    }

    /** A part of the table. */
    public static ModifiedTable sampled(Table<?> table, String sample) {
        Parts p = of(table);
        return p.table() instanceof ModifiedTable inner
                ? new ModifiedTable(new Parts(sampled(inner, sample), false, "", p.unfolding(), p.arrays()))
                : new ModifiedTable(new Parts(p.table(), p.merged(), sample, p.unfolding(), p.arrays()));
    }

    /** The table with a row for each element of arrays. */
    public static ModifiedTable unfolded(Table<?> table, String unfolding, List<Field<?>> arrays) {
        Parts p = of(table);
        return p.arrays().isEmpty()
                ? new ModifiedTable(new Parts(p.table(), p.merged(), p.sample(), unfolding, arrays))
                : new ModifiedTable(new Parts(table, false, "", unfolding, arrays));
    }

    /** Whether it is a table of the server's, or a table function, and neither a query nor a join. */
    static boolean isStored(Table<?> table) {
        if (table instanceof ModifiedTable modified) {
            return isStored(modified.parts.table());
        }
        Table<?> whole = table instanceof QOM.TableAlias<?> alias ? alias.$table() : table;
        return !(whole instanceof QOM.DerivedTable
                || whole instanceof QOM.JoinTable
                || whole instanceof QOM.Values
                || whole instanceof SelectMark);
    }
}
