package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import io.chconnect.jooq.internal.clause.Statement;
import io.chconnect.jooq.internal.render.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.QueryPart;
import org.jooq.RowCountQuery;
import org.jooq.SQL;
import org.jooq.Table;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** CREATE DICTIONARY. Clauses may be given in any order. Not thread-safe. */
public final class CreateDictionary {
    private final Table<?> dictionary;
    private final List<DictionaryAttribute> attributes = new ArrayList<>();
    private final List<String> primaryKey = new ArrayList<>();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private @Nullable QueryPart source;
    private @Nullable QueryPart layout;
    private @Nullable QueryPart range;
    private String head = "create dictionary ";
    private String cluster = "";
    private String comment = "";
    private long lifetimeFrom;
    private long lifetimeTo;

    private CreateDictionary(Table<?> dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Starts a statement.
     *
     * @param dictionary its name, with its database or without
     * @return a statement without attributes yet
     */
    public static CreateDictionary of(Table<?> dictionary) {
        return new CreateDictionary(dictionary);
    }

    /**
     * Does nothing when there is such a dictionary.
     *
     * @return this statement
     */
    public CreateDictionary ifNotExists() {
        head = "create dictionary if not exists ";
        return this;
    }

    /**
     * Replaces the dictionary when there is one.
     *
     * @return this statement
     */
    public CreateDictionary orReplace() {
        head = "create or replace dictionary ";
        return this;
    }

    /**
     * Makes the dictionary on all servers of a cluster.
     *
     * @param name the name of the cluster
     * @return this statement
     */
    public CreateDictionary onCluster(String name) {
        cluster = name;
        return this;
    }

    /**
     * Adds a key or an attribute.
     *
     * @param name its name
     * @param type its type
     * @return this statement
     */
    public CreateDictionary attribute(String name, DataType<?> type) {
        return attribute(DictionaryAttribute.of(name, type));
    }

    /**
     * Adds a key or an attribute.
     *
     * @param attribute the attribute
     * @return this statement
     */
    public CreateDictionary attribute(DictionaryAttribute attribute) {
        attributes.add(attribute);
        return this;
    }

    /**
     * What entries are found by.
     *
     * @param names attributes
     * @return this statement
     */
    public CreateDictionary primaryKey(String... names) {
        primaryKey.addAll(List.of(names));
        return this;
    }

    /**
     * Where entries come from.
     *
     * @param name the kind of source, for example {@code CLICKHOUSE}
     * @param parameters its parameters by name, numbers or texts
     * @return this statement
     */
    public CreateDictionary source(String name, Map<String, ?> parameters) {
        source = call(name, parameters);
        return this;
    }

    /**
     * Where entries come from.
     *
     * @param written the source as ClickHouse writes it, for example {@code DSL.sql("HTTP(url '…' format 'TSV')")}
     * @return this statement
     */
    public CreateDictionary source(SQL written) {
        source = written;
        return this;
    }

    private static QueryPart call(String name, Map<String, ?> parameters) {
        String word = Inlined.word(name);
        Map<String, Object> checked = new LinkedHashMap<>();
        parameters.forEach((key, value) -> checked.put(Inlined.word(key), value));
        return CustomQueryPart.of(context -> {
            context.sql(word).sql('(');
            String separator = "";
            for (Map.Entry<String, Object> parameter : checked.entrySet()) {
                context.sql(separator).sql(parameter.getKey()).sql(' ').visit(DSL.inline(parameter.getValue()));
                separator = " ";
            }
            context.sql(')');
        });
    }

    /**
     * How entries are held.
     *
     * @param name for example {@code FLAT} or {@code HASHED}
     * @return this statement
     */
    public CreateDictionary layout(String name) {
        return layout(name, Map.of());
    }

    /**
     * How entries are held.
     *
     * @param name for example {@code HASHED}
     * @param parameters its parameters by name, numbers or texts
     * @return this statement
     */
    public CreateDictionary layout(String name, Map<String, ?> parameters) {
        layout = call(name, parameters);
        return this;
    }

    /**
     * How entries are held.
     *
     * @param written the layout as ClickHouse writes it, for example {@code DSL.sql("IP_TRIE(access_to_key_from_attributes 1)")}
     * @return this statement
     */
    public CreateDictionary layout(SQL written) {
        layout = written;
        return this;
    }

    /**
     * The time for which an entry holds, for layouts with ranges.
     *
     * @param from the attribute with its beginning
     * @param to the attribute with its end
     * @return this statement
     */
    public CreateDictionary range(String from, String to) {
        range = CustomQueryPart.of(context -> context.sql(" range(min ")
                .visit(DSL.quotedName(from))
                .sql(" max ")
                .visit(DSL.quotedName(to))
                .sql(')'));
        return this;
    }

    /**
     * A setting for reading the source.
     *
     * @param name its name
     * @param value a number, a boolean, or text
     * @return this statement
     */
    public CreateDictionary setting(String name, Object value) {
        settings.put(Inlined.word(name), value);
        return this;
    }

    /**
     * When entries are read again.
     *
     * @param from seconds at least
     * @param to seconds at most; 0 means never
     * @return this statement
     */
    public CreateDictionary lifetime(long from, long to) {
        lifetimeFrom = from;
        lifetimeTo = to;
        return this;
    }

    /**
     * What people are told of the dictionary.
     *
     * @param text any text
     * @return this statement
     */
    public CreateDictionary comment(String text) {
        comment = text;
        return this;
    }

    /**
     * The statement, to be rendered or run.
     *
     * @return a query of jOOQ's
     */
    public RowCountQuery query() {
        return Statement.of(this::render);
    }

    /**
     * Creates the dictionary.
     *
     * @param context a context of {@link ClickHouseDSL}
     */
    public void execute(DSLContext context) {
        context.execute(query());
    }

    private void render(Context<?> context) {
        QueryPart from = source;
        QueryPart held = layout;
        if (primaryKey.isEmpty() || from == null || held == null) {
            throw Refusal.of(
                    "dictionary without PRIMARY KEY, SOURCE or LAYOUT", "give all three for " + dictionary.getName());
        }
        context.sql(head).visit(dictionary.getQualifiedName());
        Statement.cluster(context, cluster);
        String separator = " (";
        for (DictionaryAttribute attribute : attributes) {
            attribute.render(context.sql(separator));
            separator = ", ";
        }
        context.sql(") primary key ");
        Inlined.list(context, primaryKey.stream().map(DSL::quotedName).toList());
        Inlined.visit(context.sql(" source("), from);
        Inlined.visit(context.sql(") layout("), held);
        context.sql(") lifetime(min ")
                .sql(lifetimeFrom)
                .sql(" max ")
                .sql(lifetimeTo)
                .sql(')');
        if (range != null) {
            context.visit(range);
        }
        if (!settings.isEmpty()) {
            context.sql(" settings(");
            Inlined.settings(context, settings);
            context.sql(')');
        }
        if (!comment.isEmpty()) {
            context.sql(" comment ").visit(DSL.inline(comment));
        }
    }
}
