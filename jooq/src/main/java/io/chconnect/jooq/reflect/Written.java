package io.chconnect.jooq.reflect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Texts of the server as parts of statements, in which jOOQ looks for nothing. */
final class Written {
    private Written() {}

    /** Refuses what would not be the same when it is made again. */
    static void requireNothingHidden(String text, String owner) {
        if (text.contains("[HIDDEN]")) {
            throw new IllegalStateException("The server hides a secret in the statement of " + owner
                    + ": have it shown with the setting format_display_secrets_in_show_and_select");
        }
    }

    static SQL sql(String text) {
        return DSL.raw(text);
    }

    static Field<Object> field(String text) {
        return DSL.field(DSL.raw(text));
    }

    static Field<Boolean> condition(String text) {
        return DSL.field(DSL.raw(text), SQLDataType.BOOLEAN);
    }

    /** The key as one expression, or as none. */
    static Field<?>[] key(String text) {
        return text.equals("tuple()") ? new Field<?>[0] : new Field<?>[] {field(text)};
    }

    static Map<String, SQL> values(Map<String, String> settings) {
        Map<String, SQL> values = new LinkedHashMap<>();
        settings.forEach((name, value) -> values.put(name, sql(value)));
        return values;
    }

    static List<SQL> list(List<String> texts) {
        List<SQL> parts = new ArrayList<>();
        texts.forEach(text -> parts.add(sql(text)));
        return parts;
    }

    static Map<String, String> copy(Map<String, String> settings) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
