package io.chconnect.spring.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.data.jdbc.core.dialect.DialectResolver;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Recognises ClickHouse by its product name. Found by Spring's own service file; thread-safe. */
public final class ClickHouseDialectProvider implements DialectResolver.JdbcDialectProvider {
    private static final String PRODUCT = "ClickHouse";

    /** For Spring. */
    public ClickHouseDialectProvider() {}

    /**
     * Asks a connection for its product.
     *
     * @param operations gives the connection
     * @return the dialect, or empty for another product
     * @throws org.springframework.dao.DataAccessException when there is no connection
     */
    @Override
    public Optional<Dialect> getDialect(JdbcOperations operations) {
        return operations.execute((ConnectionCallback<Optional<Dialect>>) ClickHouseDialectProvider::dialect);
    }

    private static Optional<Dialect> dialect(Connection connection) throws SQLException {
        return PRODUCT.equals(connection.getMetaData().getDatabaseProductName())
                ? Optional.of(ClickHouseDialect.INSTANCE)
                : Optional.empty();
    }
}
