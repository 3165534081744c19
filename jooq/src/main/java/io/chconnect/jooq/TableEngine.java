package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Inlined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** The engine of a table, with its parameters. Immutable. */
public final class TableEngine {
    private final String name;
    private final List<QueryPart> parameters;

    private TableEngine(String name, List<QueryPart> parameters) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Any engine.
     *
     * @param name its name, for example {@code MergeTree}
     * @param parameters texts and numbers, and fields for columns
     * @return the engine
     */
    public static TableEngine of(String name, Object... parameters) {
        List<QueryPart> parts = new ArrayList<>();
        for (Object parameter : parameters) {
            parts.add(
                    parameter instanceof Field<?> column && !(column instanceof org.jooq.Param)
                            ? CustomQueryPart.of(c -> c.qualify(false, d -> d.visit(column)))
                            : parameter instanceof QueryPart part ? part : DSL.inline(parameter));
        }
        return new TableEngine(Inlined.word(name), parts);
    }

    /**
     * Rows in memory.
     *
     * @return the engine
     */
    public static TableEngine memory() {
        return of("Memory");
    }

    /**
     * Sorted rows on disk.
     *
     * @return the engine
     */
    public static TableEngine mergeTree() {
        return of("MergeTree");
    }

    /**
     * As MergeTree, where rows of equal keys become the last one.
     *
     * @param parameters the column of the version, and that of the deletion mark, or none
     * @return the engine
     */
    public static TableEngine replacingMergeTree(Field<?>... parameters) {
        return of("ReplacingMergeTree", (Object[]) parameters);
    }

    /**
     * As MergeTree, where rows of equal keys become their sum.
     *
     * @param columns the columns that are summed; none means all numbers
     * @return the engine
     */
    public static TableEngine summingMergeTree(Field<?>... columns) {
        return columns.length == 0
                ? of("SummingMergeTree")
                : of("SummingMergeTree", CustomQueryPart.of(c -> {
                    c.sql('(')
                            .qualify(false, d -> Inlined.list(d, List.of(columns)))
                            .sql(')');
                }));
    }

    /**
     * As MergeTree, where rows of equal keys have their aggregates merged.
     *
     * @return the engine
     */
    public static TableEngine aggregatingMergeTree() {
        return of("AggregatingMergeTree");
    }

    /**
     * As MergeTree, where rows cancel each other.
     *
     * @param sign the column with 1 or -1
     * @return the engine
     */
    public static TableEngine collapsingMergeTree(Field<?> sign) {
        return of("CollapsingMergeTree", sign);
    }

    /**
     * As MergeTree, where rows of a version cancel each other.
     *
     * @param sign the column with 1 or -1
     * @param version the column of the version
     * @return the engine
     */
    public static TableEngine versionedCollapsingMergeTree(Field<?> sign, Field<?> version) {
        return of("VersionedCollapsingMergeTree", sign, version);
    }

    /**
     * As MergeTree, thinned out by rules of the server's configuration.
     *
     * @param section the name of the rules
     * @return the engine
     */
    public static TableEngine graphiteMergeTree(String section) {
        return of("GraphiteMergeTree", section);
    }

    /**
     * The tables of a cluster as one.
     *
     * @param cluster the name of the cluster
     * @param database the name of the database there
     * @param table the name of the table there
     * @param shardingKey where rows go; nothing when rows are only read
     * @return the engine
     */
    public static TableEngine distributed(String cluster, String database, String table, Field<?>... shardingKey) {
        List<Object> all = new ArrayList<>(List.of(cluster, database, table));
        all.addAll(List.of(shardingKey));
        return of("Distributed", all.toArray());
    }

    /**
     * The tables of a database that match, as one.
     *
     * @param database the name of the database
     * @param pattern a regular expression
     * @return the engine
     */
    public static TableEngine merge(String database, String pattern) {
        return of("Merge", database, pattern);
    }

    /**
     * The same of many replicas, on their own path in Keeper.
     *
     * @return the replicated engine, with the server's default path and replica
     * @throws IllegalStateException if it is not of the MergeTree family
     */
    public TableEngine replicated() {
        return prefixed("Replicated", List.of());
    }

    /**
     * The same of many replicas.
     *
     * @param path the path in Keeper
     * @param replica the name of the replica
     * @return the replicated engine
     * @throws IllegalStateException if it is not of the MergeTree family
     */
    public TableEngine replicated(String path, String replica) {
        return prefixed("Replicated", List.of(DSL.inline(path), DSL.inline(replica)));
    }

    /**
     * The same on shared storage, as ClickHouse Cloud has it.
     *
     * @return the shared engine
     * @throws IllegalStateException if it is not of the MergeTree family
     */
    public TableEngine shared() {
        return prefixed("Shared", List.of());
    }

    private TableEngine prefixed(String prefix, List<QueryPart> first) {
        if (!isMergeTree() || name.startsWith("Replicated") || name.startsWith("Shared")) {
            throw new IllegalStateException("There is no " + prefix.toLowerCase(Locale.ROOT) + " " + name);
        }
        List<QueryPart> all = new ArrayList<>(first);
        all.addAll(parameters);
        return new TableEngine(prefix + name, all);
    }

    boolean isMergeTree() {
        return name.endsWith("MergeTree");
    }

    String name() {
        return name;
    }

    void render(Context<?> context) {
        context.sql(" engine = ").sql(name);
        if (!parameters.isEmpty()) {
            context.sql('(');
            String separator = "";
            for (QueryPart parameter : parameters) {
                context.sql(separator);
                Inlined.visit(context, parameter);
                separator = ", ";
            }
            context.sql(')');
        }
    }
}
