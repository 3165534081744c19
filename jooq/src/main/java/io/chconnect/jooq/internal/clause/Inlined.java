package io.chconnect.jooq.internal.clause;

import io.chconnect.jooq.internal.type.Literals;
import java.math.BigDecimal;
import java.util.Map;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Text in places where the server takes no parameter. */
public final class Inlined {
    private Inlined() {}

    /** A part with its values written into the text. */
    public static void visit(Context<?> context, QueryPart part) {
        ParamType before = context.paramType();
        context.paramType(ParamType.INLINED).visit(part).paramType(before);
    }

    /** Parts with commas between. */
    public static void list(Context<?> context, Iterable<? extends QueryPart> parts) {
        String separator = "";
        for (QueryPart part : parts) {
            context.sql(separator).visit(part);
            separator = ", ";
        }
    }

    /** Fields with commas between, and aliases behind AS, without which the server does not read them everywhere. */
    public static void aliased(Context<?> context, Iterable<? extends Field<?>> fields) {
        String separator = "";
        for (Field<?> field : fields) {
            context.sql(separator);
            if (field instanceof QOM.FieldAlias<?> alias) {
                context.visit(alias.$aliased()).sql(" as ").visit(alias.getUnqualifiedName());
            } else {
                context.visit(field);
            }
            separator = ", ";
        }
    }

    /** Settings as {@code a = 1, b = 'x'}. */
    public static void settings(Context<?> context, Map<String, Object> settings) {
        String separator = "";
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            context.sql(separator).sql(setting.getKey()).sql(" = ");
            if (setting.getValue() instanceof QueryPart written) {
                context.visit(written);
            } else {
                context.sql(setting(setting.getValue()));
            }
            separator = ", ";
        }
    }

    /** Numbers bare, booleans as 1 and 0, everything else in quotes. */
    private static String setting(Object value) {
        if (value instanceof Boolean on) {
            return on ? "1" : "0";
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        return Literals.text(value.toString());
    }

    /** The name of a setting or function, which is never quoted. */
    public static String word(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            throw new IllegalArgumentException(
                    "The name \"" + name + "\" is no plain word: expected letters, digits and underscores");
        }
        return name;
    }

    /** Whether it is a word, with or without arguments in brackets, and nothing more. */
    public static boolean isCall(String text) {
        if (!text.matches("(?s)\\w.*") || text.contains("--") || text.contains("/*") || text.contains("#")) {
            return false;
        }
        SqlText written = new SqlText(text);
        written.name();
        return written.atEnd() || (written.acceptBrackets() && written.atEnd());
    }

    /** A name of one part, always quoted. */
    public static Name name(String text) {
        return DSL.quotedName(text);
    }
}
