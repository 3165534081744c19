package io.chconnect.jooq.internal.render;

import static org.jooq.impl.DSL.condition;

import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.impl.QOM;

/** Searches in texts, by functions that need no escaping. */
final class TextRepairs {
    private TextRepairs() {}

    static QueryPart apply(QueryPart part, VisitContext context) {
        if (part instanceof QOM.RegexpLike regexp) {
            return condition("match({0}, {1})", regexp.$search(), regexp.$pattern());
        }
        if (part instanceof QOM.NotRegexpLike regexp) {
            return condition("not match({0}, {1})", regexp.$search(), regexp.$pattern());
        }
        if (part instanceof QOM.Contains<?> contains && isText(contains.$value())) {
            return condition("position({0}, {1}) > 0", contains.$value(), contains.$content());
        }
        if (part instanceof QOM.ContainsIgnoreCase<?> contains) {
            return condition("positionCaseInsensitiveUTF8({0}, {1}) > 0", contains.$value(), contains.$content());
        }
        if (part instanceof QOM.StartsWith<?> starts) {
            return condition("startsWith({0}, {1})", starts.$string(), starts.$prefix());
        }
        if (part instanceof QOM.StartsWithIgnoreCase<?> starts) {
            return condition("startsWith(lowerUTF8({0}), lowerUTF8({1}))", starts.$string(), starts.$prefix());
        }
        if (part instanceof QOM.EndsWith<?> ends) {
            return condition("endsWith({0}, {1})", ends.$string(), ends.$suffix());
        }
        if (part instanceof QOM.EndsWithIgnoreCase<?> ends) {
            return condition("endsWith(lowerUTF8({0}), lowerUTF8({1}))", ends.$string(), ends.$suffix());
        }
        return part;
    }

    private static boolean isText(Field<?> field) {
        return !field.getDataType().isArray();
    }
}
