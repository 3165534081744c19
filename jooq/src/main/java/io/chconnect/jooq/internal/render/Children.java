package io.chconnect.jooq.internal.render;

import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultVisitListenerProvider;

/**
 * What is inside a part that has no accessors. It is rendered for a dialect where its form is known, and its children are
 * caught on the way, leaving nothing in their place.
 *
 * @param found the children of the class that was looked for, in order
 * @param text the text without them
 */
record Children<T extends QueryPart>(List<T> found, String text) {
    static <T extends QueryPart> Children<T> of(QueryPart part, SQLDialect dialect, Class<T> kind) {
        List<T> found = new ArrayList<>();
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(dialect);
        configuration.set(new DefaultVisitListenerProvider(new Catcher<>(part, kind, found)));
        return new Children<>(found, DSL.using(configuration).renderInlined(part));
    }

    /** Catches the parts of a class below a part, and renders nothing in their place. */
    private record Catcher<T extends QueryPart>(QueryPart parent, Class<T> kind, List<T> found)
            implements VisitListener {
        @SuppressWarnings("ReferenceEquality") // the part itself, not one that looks like it
        @Override
        public void visitStart(VisitContext context) {
            QueryPart part = context.queryPart();
            if (part != parent && kind.isInstance(part)) {
                found.add(kind.cast(part));
                context.queryPart(DSL.sql(""));
            }
        }
    }
}
