package io.chconnect.jooq.internal.clause;

import java.io.Serial;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.SortField;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/** A key of the order with a clause behind it. */
public final class FillOrder extends CustomField<Object> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SortField<?> key;
    private final transient Consumer<Context<?>> clause;

    /** A key and what stands behind it. */
    public FillOrder(SortField<?> key, Consumer<Context<?>> clause) {
        super(DSL.name("fill"), org.jooq.impl.SQLDataType.OTHER);
        this.key = key;
        this.clause = clause;
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(key);
        clause.accept(context);
    }
}
