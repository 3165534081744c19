package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.error.ClickHouseException;
import io.chconnect.jdbc.internal.bind.CanonicalValues;
import io.chconnect.jdbc.internal.bind.PlainValues;
import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.metadata.ClickHouseDatabaseMetaData;
import io.chconnect.jdbc.internal.metadata.ServerAbilities;
import io.chconnect.jdbc.internal.result.ClickHouseArray;
import io.chconnect.jdbc.internal.result.ClickHouseStruct;
import io.chconnect.jdbc.internal.result.MemoryBlob;
import io.chconnect.jdbc.internal.result.MemoryClob;
import io.chconnect.jdbc.internal.sql.JdbcEscapes;
import io.chconnect.jdbc.internal.type.JdbcType;
import io.chconnect.jdbc.internal.url.BorrowedClient;
import io.chconnect.jdbc.internal.url.ConnectionSpec;
import io.chconnect.jdbc.internal.url.JdbcOptions;
import io.chconnect.jdbc.internal.url.SharedClients;
import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.TupleType;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Struct;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A connection: a share of a client, and what it remembers. Statements of one connection may run in several threads. */
public final class ClickHouseConnection extends ConnectionAttributes implements SelfWrapper {
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(30);

    private final Set<ClickHouseStatement> statements = ConcurrentHashMap.newKeySet();
    private final ServerAbilities abilities = new ServerAbilities(this::metadataRows);
    private volatile ConnectionSpec spec;
    private volatile SharedClients.Lease lease;
    private final @Nullable BorrowedClient borrowed;
    private volatile boolean closed;

    private ClickHouseConnection(ConnectionSpec spec, SharedClients.Lease lease, @Nullable BorrowedClient borrowed) {
        super(spec);
        this.spec = spec;
        this.lease = lease;
        this.borrowed = borrowed;
    }

    /** Connects. */
    public static ClickHouseConnection open(ConnectionSpec spec) throws SQLException {
        ClickHouseConnection connection = new ClickHouseConnection(spec, SharedClients.lease(spec), null);
        if (spec.get(JdbcOptions.CHECK_CONNECTION)) {
            try {
                connection.single("SELECT 1", null);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    /** A connection on a client that stays open when the connection is closed. */
    public static ClickHouseConnection over(BorrowedClient borrowed) {
        return new ClickHouseConnection(borrowed.spec(), SharedClients.borrow(borrowed.client()), borrowed);
    }

    /** The client behind the connection. */
    Client client() throws SQLException {
        requireOpen();
        return lease.client();
    }

    ConnectionSpec spec() {
        return spec;
    }

    /** Says in a request what the connection says about every statement. */
    QueryRequest describe(QueryRequest request) {
        spec.settings().forEach(request::setting);
        BorrowedClient application = borrowed;
        if (application == null) {
            return request;
        }
        // The client has another database, or none.
        String database = spec.database();
        return application.request().apply(database.isEmpty() ? request : request.database(database));
    }

    /** The query id that the application wants; null when it wants none. */
    @Nullable
    String queryId() {
        return borrowed == null ? null : borrowed.queryId();
    }

    /** The text of the first value of a query that the driver asks by itself; the limit is for the whole of it. */
    String single(String sql, @Nullable Duration limit) throws SQLException {
        Client client = client();
        return SqlErrors.call(() -> {
            try (QueryResult result = client.query(request -> {
                describe(request).sql(sql);
                Duration most = limit == null ? CHECK_LIMIT : limit;
                return request.timeout(most).deadline(most);
            })) {
                return String.valueOf(result.rows().get(0).get(0));
            }
        });
    }

    private List<Row> metadataRows(String sql) throws SQLException {
        Client client = client();
        return SqlErrors.call(() -> {
            try (QueryResult result = client.query(request -> describe(request).sql(sql))) {
                return result.rows();
            }
        });
    }

    void forget(ClickHouseStatement statement) {
        statements.remove(statement);
    }

    @Override
    void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.connectionClosed();
        }
    }

    @Override
    String database() throws SQLException {
        String named = spec.database();
        return named.isEmpty() ? single("SELECT currentDatabase()", null) : named;
    }

    @Override
    void useDatabase(String database) throws SQLException {
        if (database.equals(spec.database())) {
            return;
        }
        ConnectionSpec changed = spec.withDatabase(database);
        if (borrowed != null) {
            spec = changed;
            return;
        }
        SharedClients.Lease next = SqlErrors.call(() -> SharedClients.lease(changed));
        SharedClients.Lease before = lease;
        spec = changed;
        lease = next;
        before.close();
    }

    @Override
    public Statement createStatement() throws SQLException {
        return createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        requireOpen();
        ClickHouseStatement statement = new ClickHouseStatement(this, resultType(type, concurrency));
        statements.add(statement);
        return statement;
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return createStatement(type, concurrency);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        requireOpen();
        if (sql == null || sql.isBlank()) {
            throw SqlErrors.syntax("The statement is empty");
        }
        ClickHousePreparedStatement statement = SqlErrors.call(
                () -> new ClickHousePreparedStatement(this, resultType(type, concurrency), JdbcEscapes.translate(sql)));
        statements.add(statement);
        return statement;
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return prepareStatement(sql, type, concurrency);
    }

    /** Generated keys are never there, whether they are asked for or not. */
    @Override
    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int @Nullable [] columns) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String @Nullable [] columns) throws SQLException {
        return prepareStatement(sql);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        throw SqlErrors.notSupported("A stored procedure");
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return prepareCall(sql);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return prepareCall(sql);
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        requireOpen();
        if (sql == null) {
            throw SqlErrors.syntax("The statement is null");
        }
        return JdbcEscapes.translate(sql);
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        requireOpen();
        return new ClickHouseDatabaseMetaData(this, this::metadataRows, abilities, databaseIsCatalog(), spec.jdbcUrl());
    }

    @Override
    public boolean isValid(int seconds) throws SQLException {
        if (seconds < 0) {
            throw SqlErrors.invalidArgument("The timeout is " + seconds + ": expected 0 or more");
        }
        if (closed) {
            return false;
        }
        try {
            single("SELECT 1", seconds == 0 ? null : Duration.ofSeconds(seconds));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        SQLException failure = null;
        for (ClickHouseStatement statement : statements) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        SqlErrors.run(lease::close);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        if (executor == null) {
            throw SqlErrors.invalidArgument("The executor is null");
        }
        if (closed) {
            return;
        }
        executor.execute(() -> {
            try {
                close();
            } catch (SQLException e) {
                warn("The connection was aborted: " + e.getMessage());
            }
        });
    }

    @Override
    public Array createArrayOf(String typeName, Object @Nullable [] elements) throws SQLException {
        requireOpen();
        DataType element = parseType(typeName);
        if (elements == null) {
            throw SqlErrors.invalidArgument("The elements are null: set the parameter to NULL instead");
        }
        return new ClickHouseArray(element, canonical(new ArrayType(element), elements));
    }

    @Override
    public Struct createStruct(String typeName, Object @Nullable [] attributes) throws SQLException {
        requireOpen();
        DataType type = JdbcType.unwrap(parseType(typeName));
        int count = attributes == null ? 0 : attributes.length;
        if (!(type instanceof TupleType tuple) || tuple.elements().size() != count) {
            throw SqlErrors.invalidArgument(
                    "The type " + typeName + " is not a Tuple of " + count + ", as many as there are attributes");
        }
        return new ClickHouseStruct(tuple, canonical(tuple, attributes));
    }

    @Override
    public Blob createBlob() throws SQLException {
        requireOpen();
        return new MemoryBlob(new byte[0]);
    }

    @Override
    public Clob createClob() throws SQLException {
        return createNClob();
    }

    @Override
    public NClob createNClob() throws SQLException {
        requireOpen();
        return new MemoryClob("");
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        throw SqlErrors.notSupported("An SQLXML value");
    }

    @Override
    public <T> T unwrap(@Nullable Class<T> iface) throws SQLException {
        return iface == Client.class ? iface.cast(client()) : SelfWrapper.super.unwrap(iface);
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> iface) throws SQLException {
        return iface == Client.class || SelfWrapper.super.isWrapperFor(iface);
    }

    private static List<?> canonical(DataType type, @Nullable Object @Nullable [] values) throws SQLException {
        Object plain = PlainValues.of(values == null ? List.of() : Arrays.asList(values));
        return SqlErrors.call(() -> CanonicalValues.list(type, plain));
    }

    private static int resultType(int type, int concurrency) throws SQLException {
        if (concurrency != ResultSet.CONCUR_READ_ONLY && concurrency != ResultSet.CONCUR_UPDATABLE) {
            throw SqlErrors.invalidArgument("The concurrency " + concurrency + " is none of ResultSet's");
        }
        if (type == ResultSet.TYPE_FORWARD_ONLY) {
            return type;
        }
        if (type != ResultSet.TYPE_SCROLL_INSENSITIVE && type != ResultSet.TYPE_SCROLL_SENSITIVE) {
            throw SqlErrors.invalidArgument("The result set type " + type + " is none of ResultSet's");
        }
        return ResultSet.TYPE_SCROLL_INSENSITIVE;
    }

    private static DataType parseType(String name) throws SQLException {
        if (name == null) {
            throw SqlErrors.invalidArgument("The type name is null: expected the element's type, such as Int32");
        }
        try {
            return DataTypes.parse(SqlTypeNames.clickHouse(name));
        } catch (ClickHouseException e) {
            throw SqlErrors.invalidArgument("The type \"" + name + "\": " + e.getMessage());
        }
    }
}
