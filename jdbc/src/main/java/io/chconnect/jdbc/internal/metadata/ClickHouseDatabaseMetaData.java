package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import io.chconnect.jdbc.internal.error.SelfWrapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The metadata of a server: what it has is asked of its system tables, each time anew. */
public final class ClickHouseDatabaseMetaData extends EmptyResults implements SelfWrapper {
    private static final MetadataShape FUNCTIONS =
            MetadataShape.of("FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS FUNCTION_TYPE:h SPECIFIC_NAME");
    private static final MetadataShape INDEXES = MetadataShape.of("TABLE_CAT TABLE_SCHEM TABLE_NAME NON_UNIQUE:b"
            + " INDEX_QUALIFIER INDEX_NAME TYPE:h ORDINAL_POSITION:h COLUMN_NAME ASC_OR_DESC CARDINALITY:l PAGES:l"
            + " FILTER_CONDITION");
    private static final MetadataShape SCHEMAS = MetadataShape.of("TABLE_SCHEM TABLE_CATALOG");
    private static final MetadataShape CATALOGS = MetadataShape.of("TABLE_CAT");
    private static final MetadataShape TABLE_TYPES = MetadataShape.of("TABLE_TYPE");

    private final Connection connection;
    private final MetadataQueries queries;
    private final ServerAbilities abilities;
    private final Scope scope;
    private final String url;

    /** The metadata of a connection; what the server can do is asked once for all metadata of it. */
    public ClickHouseDatabaseMetaData(
            Connection connection,
            MetadataQueries queries,
            ServerAbilities abilities,
            boolean databaseIsCatalog,
            String url) {
        this.connection = connection;
        this.queries = queries;
        this.abilities = abilities;
        this.scope = new Scope(databaseIsCatalog);
        this.url = url;
    }

    @Override
    boolean databaseIsCatalog() {
        return scope.databaseIsCatalog();
    }

    @Override
    ServerAbilities abilities() {
        return abilities;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public String getURL() {
        return url;
    }

    @Override
    public String getUserName() throws SQLException {
        if (abilities.runs("SELECT currentUser()")) {
            return single("SELECT currentUser()");
        }
        // A server before 20.1 tells of it in the list of what runs, where this query finds itself.
        return String.valueOf(ask("user_of_this_query", Map.of("mark", "%" + UUID.randomUUID() + "%"))
                .get(0)
                .get(0));
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    @Override
    public String getDatabaseProductVersion() throws SQLException {
        return single("SELECT version()");
    }

    @Override
    public int getDatabaseMajorVersion() throws SQLException {
        return versionPart(0);
    }

    @Override
    public int getDatabaseMinorVersion() throws SQLException {
        return versionPart(1);
    }

    @Override
    public String getSQLKeywords() throws SQLException {
        return names("keywords", "keywords.keyword");
    }

    @Override
    public String getNumericFunctions() throws SQLException {
        return names("numeric_functions", "functions.categories");
    }

    @Override
    public String getStringFunctions() throws SQLException {
        return names("string_functions", "functions.categories");
    }

    @Override
    public String getSystemFunctions() throws SQLException {
        return names("system_functions", "functions.categories");
    }

    @Override
    public String getTimeDateFunctions() throws SQLException {
        return names("time_functions", "functions.categories");
    }

    @Override
    public ResultSet getTables(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, String @Nullable [] types)
            throws SQLException {
        return TableRows.of(
                ask(
                        abilities.hasColumn("tables.comment") ? "tables" : "tables_without_comment",
                        scope.parameters(catalog, schema, table, null)),
                scope,
                types == null ? null : new HashSet<>(Arrays.asList(types)));
    }

    @Override
    public ResultSet getColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        return ColumnRows.of(
                ask(
                        abilities.hasColumn("columns.position") ? "columns" : "columns_without_position",
                        scope.parameters(catalog, schema, table, column)),
                scope);
    }

    /** The columns of the primary key, as the server marks them; expressions in the key are no columns. */
    @Override
    public ResultSet getPrimaryKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        Map<String, String> parameters = exact(catalog, schema, table);
        return PrimaryKeyRows.of(ask("primary_keys", parameters), ask("key_columns", parameters), scope);
    }

    /** The skipping indexes. None is unique. */
    @Override
    public ResultSet getIndexInfo(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, boolean unique, boolean any)
            throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (!unique && abilities.hasColumn("data_skipping_indices.name")) {
            for (Row row : ask("indexes", exact(catalog, schema, table))) {
                String database = row.getString("database");
                rows.add(Arrays.asList(
                        scope.catalog(database),
                        scope.schema(database),
                        row.getString("table"),
                        true,
                        null,
                        row.getString("name"),
                        tableIndexOther,
                        (short) 1,
                        row.getString("expr"),
                        null,
                        null,
                        null,
                        null));
            }
        }
        return INDEXES.rows(rows);
    }

    @Override
    public ResultSet getSchemas() throws SQLException {
        return getSchemas(null, null);
    }

    @Override
    public ResultSet getSchemas(@Nullable String catalog, @Nullable String schema) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (!databaseIsCatalog()) {
            for (Row row : ask("databases", Map.of("database", Scope.pattern(schema)))) {
                rows.add(Arrays.asList(row.getString("name"), null));
            }
        }
        return SCHEMAS.rows(rows);
    }

    @Override
    public ResultSet getCatalogs() throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (databaseIsCatalog()) {
            for (Row row : ask("databases", Map.of("database", "%"))) {
                rows.add(Arrays.asList(row.getString("name")));
            }
        }
        return CATALOGS.rows(rows);
    }

    @Override
    public ResultSet getTableTypes() throws SQLException {
        return TABLE_TYPES.rows(TableType.names().stream().map(List::of).toList());
    }

    @Override
    public ResultSet getTypeInfo() throws SQLException {
        return TypeRows.of(ask("types", Map.of()));
    }

    @Override
    public ResultSet getFunctions(@Nullable String catalog, @Nullable String schema, @Nullable String function)
            throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (!scope.includesNoDatabase(catalog, schema)) {
            return FUNCTIONS.rows(rows);
        }
        for (Row row : ask("functions", Map.of("function", Scope.pattern(function)))) {
            String name = row.getString("name");
            rows.add(Arrays.asList(null, null, name, null, (short) functionNoTable, name));
        }
        return FUNCTIONS.rows(rows);
    }

    private Map<String, String> exact(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        return scope.parameters(
                catalog,
                schema == null ? null : Scope.literal(schema),
                table == null ? null : Scope.literal(table),
                null);
    }

    private List<Row> ask(String query, Map<String, String> parameters) throws SQLException {
        return queries.rows(MetadataSql.of(query, parameters));
    }

    private String single(String sql) throws SQLException {
        return String.valueOf(queries.rows(sql).get(0).get(0));
    }

    /** Names with commas between them; none where the server does not have the column that they are taken from. */
    private String names(String query, String column) throws SQLException {
        if (!abilities.hasColumn(column)) {
            return "";
        }
        return ask(query, Map.of()).stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.joining(","));
    }

    private int versionPart(int part) throws SQLException {
        return Integer.parseInt(getDatabaseProductVersion().split("\\.", -1)[part]);
    }
}
