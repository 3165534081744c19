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
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** CREATE DICTIONARY. Clauses may be given in any order. Not thread-safe. */
public final class CreateDictionary {
    private final Table<?> dictionary;
    private final Map<String, DataType<?>> attributes = new LinkedHashMap<>();
    private final List<String> primaryKey = new ArrayList<>();
    private final Map<String, Object> source = new LinkedHashMap<>();
    private String sourceName = "";
    private String layout = "";
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
        attributes.put(name, type);
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
        sourceName = Inlined.word(name);
        source.clear();
        parameters.forEach((key, value) -> source.put(Inlined.word(key), value));
        return this;
    }

    /**
     * How entries are held.
     *
     * @param name for example {@code FLAT} or {@code HASHED}
     * @return this statement
     */
    public CreateDictionary layout(String name) {
        layout = Inlined.word(name);
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
        if (primaryKey.isEmpty() || sourceName.isEmpty() || layout.isEmpty()) {
            throw Refusal.of(
                    "dictionary without PRIMARY KEY, SOURCE or LAYOUT", "give all three for " + dictionary.getName());
        }
        context.sql("create dictionary ").visit(dictionary.getQualifiedName());
        Statement.cluster(context, cluster);
        String separator = " (";
        for (Map.Entry<String, DataType<?>> attribute : attributes.entrySet()) {
            context.sql(separator).visit(DSL.quotedName(attribute.getKey())).sql(' ');
            context.sql(attribute.getValue().getCastTypeName(context.configuration()));
            separator = ", ";
        }
        context.sql(") primary key ");
        Inlined.list(context, primaryKey.stream().map(DSL::quotedName).toList());
        context.sql(" source(").sql(sourceName).sql('(');
        for (Map.Entry<String, Object> parameter : source.entrySet()) {
            context.sql(parameter.getKey())
                    .sql(' ')
                    .visit(DSL.inline(parameter.getValue()))
                    .sql(' ');
        }
        context.sql(")) layout(").sql(layout).sql("()) lifetime(min ").sql(lifetimeFrom);
        context.sql(" max ").sql(lifetimeTo).sql(')');
        if (!comment.isEmpty()) {
            context.sql(" comment ").visit(DSL.inline(comment));
        }
    }
}
