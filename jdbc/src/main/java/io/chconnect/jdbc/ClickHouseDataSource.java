package io.chconnect.jdbc;

import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.statement.ClickHouseConnection;
import io.chconnect.jdbc.internal.url.ConnectionSpec;
import io.chconnect.jdbc.internal.url.DataSourceConnections;
import io.chconnect.jdbc.internal.url.JdbcUrl;
import io.chconnect.jdbc.internal.url.SharedClients;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import javax.naming.NamingException;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source. Its connections share one client with one pool of network connections, so they cost next to nothing: a
 * pool in front of it is possible, not needed. The bean properties are {@code url}, {@code user}, {@code password} and
 * {@code properties}; they are read by each {@link #getConnection()}. Thread-safe once they are set.
 *
 * <p>The client lives from the first connection until {@link #close}, and as long as connections are open.
 */
public final class ClickHouseDataSource implements DataSource, Referenceable, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private String url = "jdbc:clickhouse://localhost:8123";
    private @Nullable String user;
    private @Nullable String password;
    private Properties properties = new Properties();
    private @Nullable PrintWriter logWriter;
    private int loginTimeout;
    private SharedClients.@Nullable Lease lease;

    /** Creates a data source for {@code jdbc:clickhouse://localhost:8123}. */
    public ClickHouseDataSource() {}

    /**
     * Creates a data source.
     *
     * @param url as for {@link ClickHouseDriver#connect}
     */
    public ClickHouseDataSource(String url) {
        this.url = url;
    }

    /**
     * Creates a data source with options.
     *
     * @param url as for {@link ClickHouseDriver#connect}
     * @param properties options by their keys
     */
    public ClickHouseDataSource(String url, Properties properties) {
        this.url = url;
        setProperties(properties);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(@Nullable String userName, @Nullable String secret) throws SQLException {
        return SqlErrors.call(() -> {
            ConnectionSpec spec = spec(userName, secret);
            keepClient(spec);
            return ClickHouseConnection.open(spec);
        });
    }

    /**
     * Collects user and password, where they differ from those of this data source. Sharding keys change nothing: ClickHouse
     * finds the shards of a distributed table by itself.
     *
     * @return a new builder
     */
    @Override
    public ConnectionBuilder createConnectionBuilder() {
        return new DataSourceConnections((userName, secret) ->
                getConnection(userName == null ? user : userName, secret == null ? password : secret));
    }

    /**
     * Makes keys that change nothing: ClickHouse finds the shards of a distributed table by itself.
     *
     * @return a new builder
     */
    @Override
    public ShardingKeyBuilder createShardingKeyBuilder() {
        return DataSourceConnections.shardingKeys();
    }

    /** Lets go of the client when the last connection is closed. Connecting again makes a new one. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (lease != null) {
                lease.close();
                lease = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The URL.
     *
     * @return never null
     */
    public String getUrl() {
        return url;
    }

    /**
     * Sets the URL.
     *
     * @param url as for {@link ClickHouseDriver#connect}
     */
    public void setUrl(String url) {
        this.url = url;
    }

    /**
     * The user.
     *
     * @return null when the URL or the properties say it
     */
    public @Nullable String getUser() {
        return user;
    }

    /**
     * Sets the user; it wins over the properties.
     *
     * @param user null when the URL or the properties say it
     */
    public void setUser(@Nullable String user) {
        this.user = user;
    }

    /**
     * Sets the password; it wins over the properties.
     *
     * @param password null when the URL or the properties say it
     */
    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    /**
     * The options.
     *
     * @return a copy
     */
    public Properties getProperties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /**
     * Sets the options.
     *
     * @param properties options by their keys; copied
     */
    public void setProperties(Properties properties) {
        Properties copy = new Properties();
        copy.putAll(properties);
        this.properties = copy;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    /**
     * Remembered, and not written to: the driver logs through SLF4J.
     *
     * @param out any writer, or null
     */
    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    /**
     * How long connecting may take.
     *
     * @param seconds 0 means the option {@code connect_timeout}
     * @throws SQLException if it is negative
     */
    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        if (seconds < 0) {
            throw SqlErrors.invalidArgument("The login timeout is " + seconds + ": expected 0 or more");
        }
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.chconnect.jdbc");
    }

    /** A reference from which {@link ClickHouseDataSourceFactory} makes the same data source. It holds the password. */
    @Override
    public Reference getReference() throws NamingException {
        Reference reference =
                new Reference(ClickHouseDataSource.class.getName(), ClickHouseDataSourceFactory.class.getName(), null);
        reference.add(new StringRefAddr("url", url));
        if (user != null) {
            reference.add(new StringRefAddr("user", user));
        }
        if (password != null) {
            reference.add(new StringRefAddr("password", password));
        }
        properties.forEach((key, value) -> reference.add(new StringRefAddr("properties." + key, value.toString())));
        return reference;
    }

    // Not by implementing SelfWrapper, which modules outside cannot see.
    @Override
    public <T> T unwrap(@Nullable Class<T> wanted) throws SQLException {
        return SelfWrapper.unwrap(this, wanted);
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> wanted) {
        return SelfWrapper.wraps(this, wanted);
    }

    private ConnectionSpec spec(@Nullable String userName, @Nullable String secret) throws SQLException {
        if (!JdbcUrl.accepts(url)) {
            throw SqlErrors.invalidArgument(
                    "The URL of the data source starts with none of jdbc:clickhouse:, jdbc:ch:, jdbc:chconnect:, jdbc:chdb:");
        }
        Properties all = getProperties();
        if (userName != null) {
            all.setProperty("user", userName);
        }
        if (secret != null) {
            all.setProperty("password", secret);
        }
        if (loginTimeout > 0) {
            all.setProperty("connect_timeout", Integer.toString(loginTimeout));
        }
        return JdbcUrl.parse(url, all);
    }

    private void keepClient(ConnectionSpec spec) {
        lock.lock();
        try {
            if (lease == null) {
                lease = SharedClients.lease(spec);
            }
        } finally {
            lock.unlock();
        }
    }
}
