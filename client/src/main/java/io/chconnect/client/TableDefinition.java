package io.chconnect.client;

import io.chconnect.client.internal.sql.Identifiers;
import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataType;
import java.util.ArrayList;
import java.util.List;

/** A {@code CREATE TABLE} statement in the making. Names are quoted; expressions are SQL as given. Not thread-safe. */
public final class TableDefinition {
    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private String engine = "MergeTree";
    private boolean ordered;
    private boolean ifNotExists;

    private TableDefinition(String name) {
        this.name = name;
    }

    /**
     * Starts a definition.
     *
     * @param name the table; a name with a dot is taken as {@code database.table}, quoted where need be
     * @return a definition without columns, of the engine MergeTree
     */
    public static TableDefinition of(String name) {
        return new TableDefinition(name);
    }

    /**
     * Adds a column.
     *
     * @param column its name
     * @param type its type
     * @return this definition
     */
    public TableDefinition column(String column, DataType type) {
        return column(column, type, "");
    }

    /**
     * Adds a column with more than a type.
     *
     * @param column its name
     * @param type its type
     * @param rest what follows the type, for example {@code DEFAULT now()} or {@code MATERIALIZED a + b}
     * @return this definition
     */
    public TableDefinition column(String column, DataType type, String rest) {
        columns.add(Identifiers.quote(column) + " " + type.name() + (rest.isBlank() ? "" : " " + rest));
        return this;
    }

    /**
     * Leaves a table that exists as it is.
     *
     * @return this definition
     */
    public TableDefinition ifNotExists() {
        ifNotExists = true;
        return this;
    }

    /**
     * Chooses the engine.
     *
     * @param engineWithParameters for example {@code Memory} or {@code ReplacingMergeTree(version)}
     * @return this definition
     */
    public TableDefinition engine(String engineWithParameters) {
        engine = engineWithParameters;
        return this;
    }

    /**
     * Says how rows are ordered.
     *
     * @param names columns; none for a table without order
     * @return this definition
     */
    public TableDefinition orderBy(String... names) {
        ordered = true;
        clauses.add("ORDER BY " + (names.length == 0 ? "tuple()" : Identifiers.list(List.of(names))));
        return this;
    }

    /**
     * Adds a clause behind the engine.
     *
     * @param clause for example {@code PARTITION BY toYYYYMM(day)} or {@code SETTINGS index_granularity = 1024}
     * @return this definition
     */
    public TableDefinition clause(String clause) {
        clauses.add(clause);
        return this;
    }

    /**
     * The statement.
     *
     * @return SQL
     * @throws ConfigurationException if there is no column
     */
    public String sql() {
        if (columns.isEmpty()) {
            throw new ConfigurationException("The definition of table " + name + " has no columns");
        }
        StringBuilder sql = new StringBuilder("CREATE TABLE ")
                .append(ifNotExists ? "IF NOT EXISTS " : "")
                .append(Identifiers.table(name))
                .append(" (")
                .append(String.join(", ", columns))
                .append(") ENGINE = ")
                .append(engine);
        clauses.forEach(clause -> sql.append(' ').append(clause));
        if (!ordered && engine.contains("MergeTree")) {
            sql.append(" ORDER BY tuple()");
        }
        return sql.toString();
    }
}
