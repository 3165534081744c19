package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.url.ConnectionSpec;
import io.chconnect.jdbc.internal.url.JdbcOptions;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a connection remembers. ClickHouse has no transactions: auto-commit can be switched off by pools and frameworks, but
 * every statement takes effect at once, and rollback leaves a warning when there was something to undo.
 */
abstract class ConnectionAttributes implements Connection {
    private static final List<String> CLIENT_INFO = List.of("ApplicationName", "ClientUser", "ClientHostname");

    private final Properties clientInfo = new Properties();
    private final boolean refuseTransactions;
    private final boolean databaseIsCatalog;
    private Map<String, Class<?>> typeMap = new HashMap<>();
    private @Nullable SQLWarning warnings;
    private boolean autoCommit = true;
    private boolean writtenSinceCommit;
    private boolean readOnly;
    private int isolation = TRANSACTION_NONE;
    private int holdability = ResultSet.HOLD_CURSORS_OVER_COMMIT;
    private volatile @Nullable Duration networkTimeout;

    ConnectionAttributes(ConnectionSpec spec) {
        refuseTransactions = spec.get(JdbcOptions.REFUSE_TRANSACTIONS);
        databaseIsCatalog = spec.get(JdbcOptions.DATABASE_TERM).equals("catalog");
    }

    abstract void requireOpen() throws SQLException;

    /** The database of names without one. */
    abstract String database() throws SQLException;

    abstract void useDatabase(String database) throws SQLException;

    /** Whether databases are JDBC's catalogs; otherwise they are its schemas. */
    final boolean databaseIsCatalog() {
        return databaseIsCatalog;
    }

    /** The longest wait for the network; null means that of the client. */
    final @Nullable Duration networkTimeout() {
        return networkTimeout;
    }

    /** Remembers that a statement may have changed something. */
    final void wrote() {
        writtenSinceCommit = !autoCommit;
    }

    final void warn(String text) {
        SQLWarning warning = new SQLWarning(text, "01000");
        if (warnings == null) {
            warnings = warning;
        } else {
            warnings.setNextWarning(warning);
        }
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        requireOpen();
        if (!on && refuseTransactions) {
            throw SqlErrors.invalidArgument(
                    "ClickHouse has no transactions, and the option refuse_transactions makes setAutoCommit(false) an error");
        }
        autoCommit = on;
        writtenSinceCommit = false;
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        requireOpen();
        return autoCommit;
    }

    @Override
    public void commit() throws SQLException {
        requireOpen();
        requireNoAutoCommit("commit");
        writtenSinceCommit = false;
    }

    @Override
    public void rollback() throws SQLException {
        requireOpen();
        requireNoAutoCommit("rollback");
        if (writtenSinceCommit) {
            warn("Nothing was rolled back: ClickHouse has no transactions, what was written stays");
        }
        writtenSinceCommit = false;
    }

    private void requireNoAutoCommit(String call) throws SQLException {
        if (autoCommit) {
            throw SqlErrors.wrongState("The connection commits automatically, so there is nothing to " + call);
        }
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        throw SqlErrors.notSupported("A savepoint");
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        throw SqlErrors.notSupported("A savepoint");
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        throw SqlErrors.notSupported("A savepoint");
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        throw SqlErrors.notSupported("A savepoint");
    }

    /** Changes nothing: ClickHouse finds the shards of a distributed table by itself. */
    @Override
    public void setShardingKey(@Nullable ShardingKey key) throws SQLException {
        requireOpen();
    }

    /** Changes nothing: ClickHouse finds the shards of a distributed table by itself. */
    @Override
    public void setShardingKey(@Nullable ShardingKey key, @Nullable ShardingKey superKey) throws SQLException {
        requireOpen();
    }

    /** Changes nothing; the answer is whether the connection is valid. */
    @Override
    public boolean setShardingKeyIfValid(@Nullable ShardingKey key, int seconds) throws SQLException {
        requireOpen();
        return isValid(seconds);
    }

    /** Changes nothing; the answer is whether the connection is valid. */
    @Override
    public boolean setShardingKeyIfValid(@Nullable ShardingKey key, @Nullable ShardingKey superKey, int seconds)
            throws SQLException {
        return setShardingKeyIfValid(key, seconds);
    }

    @Override
    public void setReadOnly(boolean on) throws SQLException {
        requireOpen();
        readOnly = on;
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        requireOpen();
        return readOnly;
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        requireOpen();
        if (level != TRANSACTION_NONE
                && level != TRANSACTION_READ_UNCOMMITTED
                && level != TRANSACTION_READ_COMMITTED
                && level != TRANSACTION_REPEATABLE_READ
                && level != TRANSACTION_SERIALIZABLE) {
            throw SqlErrors.invalidArgument("The isolation level " + level + " is none of Connection's");
        }
        if (level != TRANSACTION_NONE) {
            warn("The isolation level has no effect: ClickHouse has no transactions");
        }
        isolation = level;
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        requireOpen();
        return isolation;
    }

    @Override
    public void setHoldability(int value) throws SQLException {
        requireOpen();
        if (value != ResultSet.HOLD_CURSORS_OVER_COMMIT && value != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
            throw SqlErrors.invalidArgument("The holdability " + value + " is none of ResultSet's");
        }
        holdability = value;
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return holdability;
    }

    @Override
    public void setCatalog(@Nullable String catalog) throws SQLException {
        requireOpen();
        if (databaseIsCatalog && catalog != null) {
            useDatabase(catalog);
        }
    }

    @Override
    public @Nullable String getCatalog() throws SQLException {
        requireOpen();
        return databaseIsCatalog ? database() : null;
    }

    @Override
    public void setSchema(@Nullable String schema) throws SQLException {
        requireOpen();
        if (!databaseIsCatalog && schema != null) {
            useDatabase(schema);
        }
    }

    @Override
    public @Nullable String getSchema() throws SQLException {
        requireOpen();
        return databaseIsCatalog ? null : database();
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        requireOpen();
        return typeMap;
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
        requireOpen();
        typeMap = map == null ? new HashMap<>() : new HashMap<>(map);
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return warnings;
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
        warnings = null;
    }

    @Override
    public void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
        try {
            requireOpen();
        } catch (SQLException e) {
            throw new SQLClientInfoException(Map.of(String.valueOf(name), ClientInfoStatus.REASON_UNKNOWN), e);
        }
        if (name == null || !CLIENT_INFO.contains(name)) {
            warn("The client info " + name + " is not kept: expected one of " + CLIENT_INFO);
        } else if (value == null) {
            clientInfo.remove(name);
        } else {
            clientInfo.setProperty(name, value);
        }
    }

    @Override
    public void setClientInfo(Properties properties) throws SQLClientInfoException {
        if (properties == null) {
            throw new SQLClientInfoException("The client info is null", Map.of());
        }
        CLIENT_INFO.forEach(clientInfo::remove);
        for (String name : properties.stringPropertyNames()) {
            setClientInfo(name, properties.getProperty(name));
        }
    }

    @Override
    public @Nullable String getClientInfo(String name) throws SQLException {
        requireOpen();
        return name == null ? null : clientInfo.getProperty(name);
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        requireOpen();
        Properties copy = new Properties();
        copy.putAll(clientInfo);
        return copy;
    }

    @Override
    public void setNetworkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
        requireOpen();
        if (milliseconds < 0) {
            throw SqlErrors.invalidArgument("The network timeout is " + milliseconds + ": expected 0 or more");
        }
        networkTimeout = milliseconds == 0 ? null : Duration.ofMillis(milliseconds);
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        requireOpen();
        Duration limit = networkTimeout;
        return limit == null ? 0 : (int) limit.toMillis();
    }
}
