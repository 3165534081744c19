package io.chconnect.jooq.reflect;

import io.chconnect.jooq.internal.reflect.SystemTables;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.exception.NoDataFoundException;

/**
 * What a server has, read when it is asked for. jOOQ's own {@code dsl.meta()} gives the same databases, tables and columns with
 * their types as parts of queries; this here gives every clause.
 *
 * <p>Thread-safe, as far as the context is.
 */
public final class ClickHouseMeta {
    private final SystemTables system;

    private ClickHouseMeta(DSLContext context) {
        system = new SystemTables(context);
    }

    /**
     * What the server of a context has, as far as its user may see it.
     *
     * @param context a context of {@link io.chconnect.jooq.ClickHouseDSL}
     * @return nothing is read yet
     */
    public static ClickHouseMeta of(DSLContext context) {
        return new ClickHouseMeta(context);
    }

    /**
     * All databases, by name.
     *
     * @return the databases
     * @throws org.jooq.exception.DataAccessException if the server cannot be asked
     */
    public List<ReflectedDatabase> databases() {
        return system.databases().stream()
                .map(database -> new ReflectedDatabase(database.name(), database.engine(), database.comment()))
                .toList();
    }

    /**
     * Whether there is such a database.
     *
     * @param database its name
     * @return true or false
     */
    public boolean hasDatabase(String database) {
        return system.databases().stream().anyMatch(known -> known.name().equals(database));
    }

    /**
     * The tables, views and dictionaries of a database, by name, without those that the server keeps for views.
     *
     * @param database its name
     * @return what is there; nothing if there is no such database
     * @throws IllegalStateException if a statement of the server's cannot be read
     */
    public List<ReflectedTable> tables(String database) {
        return read(system.tables(database));
    }

    /** The server does not say how its own tables were made; those have their columns all the same. */
    private List<ReflectedTable> read(List<SystemTables.Table> tables) {
        Map<String, List<SystemTables.Column>> columns =
                tables.stream().anyMatch(table -> table.statement().isEmpty())
                        ? system.columns(tables.get(0).database())
                        : Map.of();
        return tables.stream()
                .map(table -> table.statement().isEmpty()
                        ? ServersOwn.table(table, columns.getOrDefault(table.name(), List.of()))
                        : CreateStatement.read(table))
                .toList();
    }

    /**
     * Whether there is such a table, view or dictionary.
     *
     * @param database its database
     * @param name its name
     * @return true or false
     */
    public boolean hasTable(String database, String name) {
        return !system.table(database, name).isEmpty();
    }

    /**
     * A table, view or dictionary.
     *
     * @param database its database
     * @param name its name
     * @return what is there
     * @throws NoDataFoundException if there is no such table
     * @throws IllegalStateException if the server's statement cannot be read
     */
    public ReflectedTable table(String database, String name) {
        List<SystemTables.Table> found = system.table(database, name);
        if (found.isEmpty()) {
            throw new NoDataFoundException("There is no table, view or dictionary " + database + "." + name);
        }
        return read(found).get(0);
    }
}
