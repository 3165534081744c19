package io.chconnect.jooq.internal.render;

import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.DSL;

/** Names with a backslash, which the server reads as an escape also within double quotes. */
final class NameRepairs {
    private NameRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (!(part instanceof Name name) || name.qualified()) {
            return part;
        }
        String text = name.last();
        if (text == null || text.indexOf('\\') < 0 || name.quoted() == Name.Quoted.UNQUOTED) {
            return part;
        }
        return DSL.quotedName(text.replace("\\", "\\\\"));
    }
}
