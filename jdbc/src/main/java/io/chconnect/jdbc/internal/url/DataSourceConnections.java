package io.chconnect.jdbc.internal.url;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.ShardingKey;
import java.sql.ShardingKeyBuilder;
import org.jspecify.annotations.Nullable;

/** Collects user and password for a connection. Sharding keys are taken and change nothing. Not thread-safe. */
public final class DataSourceConnections implements ConnectionBuilder {
    private final Opening opening;
    private @Nullable String user;
    private @Nullable String password;

    public DataSourceConnections(Opening opening) {
        this.opening = opening;
    }

    /** Opens a connection; null means what the data source has. */
    @FunctionalInterface
    public interface Opening {
        Connection open(@Nullable String user, @Nullable String password) throws SQLException;
    }

    @Override
    public ConnectionBuilder user(@Nullable String name) {
        user = name;
        return this;
    }

    @Override
    public ConnectionBuilder password(@Nullable String secret) {
        password = secret;
        return this;
    }

    @Override
    public ConnectionBuilder shardingKey(@Nullable ShardingKey key) {
        return this;
    }

    @Override
    public ConnectionBuilder superShardingKey(@Nullable ShardingKey key) {
        return this;
    }

    @Override
    public Connection build() throws SQLException {
        return opening.open(user, password);
    }

    /** A builder of keys that say nothing. */
    public static ShardingKeyBuilder shardingKeys() {
        return new ShardingKeyBuilder() {
            @Override
            public ShardingKeyBuilder subkey(Object value, SQLType type) {
                return this;
            }

            @Override
            public ShardingKey build() {
                return new ShardingKey() {};
            }
        };
    }
}
