package io.chconnect.jooq.internal.clause;

import java.io.Serial;
import java.util.function.Consumer;
import org.jooq.Context;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.TableImpl;

/** A table that is rendered in its own way where it is declared, and as its name where it qualifies columns. */
public class RenderedTable extends TableImpl<Record> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Context<?>> declaration;

    /** A table with a name and its text in FROM. */
    public RenderedTable(Name name, Consumer<Context<?>> declaration) {
        super(name);
        this.declaration = declaration;
    }

    /** What stands in FROM. */
    public final QueryPart declaration() {
        return CustomQueryPart.of(declaration);
    }

    /** Renders another table as it stands in FROM. */
    public static void declare(Context<?> context, QueryPart table) {
        context.declareTables(true, c -> c.declareAliases(true, d -> d.visit(table)));
    }
}
