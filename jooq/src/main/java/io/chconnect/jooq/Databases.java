package io.chconnect.jooq;

import io.chconnect.jooq.internal.clause.Statement;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;

/** Statements on databases. Run them with {@code dsl.execute(…)}. */
public final class Databases {
    private Databases() {}

    /**
     * Creates a database, unless it is there.
     *
     * @param name its name
     * @param engine its engine, for example {@code TableEngine.of("Atomic")}
     * @return the statement
     */
    public static RowCountQuery create(String name, TableEngine engine) {
        return create(name, engine, "");
    }

    /**
     * Creates a database on all servers of a cluster, unless it is there.
     *
     * @param name its name
     * @param engine its engine
     * @param cluster the name of the cluster; empty for this server alone
     * @return the statement
     */
    public static RowCountQuery create(String name, TableEngine engine, String cluster) {
        return Statement.of(context -> {
            context.sql("create database if not exists ").visit(DSL.quotedName(name));
            Statement.cluster(context, cluster);
            engine.render(context);
        });
    }

    /**
     * A database that the servers of a cluster hold the same, by its path in Keeper.
     *
     * @param name its name
     * @param path the path in Keeper
     * @return the statement, with the server's own macros for shard and replica
     */
    public static RowCountQuery createReplicated(String name, String path) {
        return create(name, TableEngine.of("Replicated", path, "{shard}", "{replica}"), "");
    }

    /**
     * Drops a database with all that is in it, if it is there.
     *
     * @param name its name
     * @return the statement
     */
    public static RowCountQuery drop(String name) {
        return Statement.of(context -> context.sql("drop database if exists ").visit(DSL.quotedName(name)));
    }

    /**
     * Tells people of a database.
     *
     * @param name its name
     * @param text any text
     * @return the statement
     */
    public static RowCountQuery comment(String name, String text) {
        return Statement.of(context -> context.sql("alter database ")
                .visit(DSL.quotedName(name))
                .sql(" modify comment ")
                .visit(DSL.inline(text)));
    }

    /**
     * Drops a dictionary, if it is there.
     *
     * @param dictionary its name, with its database or without
     * @return the statement
     */
    public static RowCountQuery dropDictionary(org.jooq.Table<?> dictionary) {
        return Statement.of(context -> context.sql("drop dictionary if exists ").visit(dictionary.getQualifiedName()));
    }
}
