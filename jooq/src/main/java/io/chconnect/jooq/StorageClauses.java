package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import io.chconnect.jooq.internal.render.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Context;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How and where rows are kept: the engine, the keys, the lifetime and the settings of a table or a materialized view. */
final class StorageClauses {
    @Nullable
    TableEngine engine;

    @Nullable
    List<Field<?>> orderBy;

    List<Field<?>> primaryKey = List.of();
    List<Field<?>> partitionBy = List.of();
    List<Field<?>> sampleBy = List.of();
    List<Field<?>> ttl = List.of();
    private final Map<String, Object> settings = new LinkedHashMap<>();

    void setting(String name, Object value) {
        settings.put(Inlined.word(name), value);
    }

    /** Renders all clauses of the table or view of a name. */
    void render(Context<?> context, String name) {
        TableEngine chosen = engine;
        if (chosen == null) {
            throw Refusal.of("table without an engine", "name one for " + name);
        }
        if (chosen.isMergeTree() && orderBy == null && primaryKey.isEmpty()) {
            throw Refusal.of("MergeTree without a key", "give ORDER BY or PRIMARY KEY for " + name);
        }
        chosen.render(context);
        clause(context, " partition by ", partitionBy);
        clause(context, " primary key ", primaryKey);
        if (orderBy != null) {
            Statement.key(context, " order by ", orderBy);
        }
        clause(context, " sample by ", sampleBy);
        if (!ttl.isEmpty()) {
            Statement.list(context.sql(" ttl "), ttl);
        }
        if (!settings.isEmpty()) {
            context.sql(" settings ");
            Inlined.settings(context, settings);
        }
    }

    private static void clause(Context<?> context, String word, List<Field<?>> fields) {
        if (!fields.isEmpty()) {
            Statement.key(context, word, fields);
        }
    }
}
