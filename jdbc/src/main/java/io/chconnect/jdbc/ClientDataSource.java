package io.chconnect.jdbc;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.jdbc.internal.error.SelfWrapper;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.statement.ClickHouseConnection;
import io.chconnect.jdbc.internal.url.BorrowedClient;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source on a {@link Client} that is there already. Its connections cost nothing, and closing them leaves the client
 * open. Immutable and thread-safe.
 */
public final class ClientDataSource implements DataSource {
    private final BorrowedClient borrowed;

    /**
     * Creates a data source.
     *
     * @param client runs the statements; it stays the caller's to close
     */
    public ClientDataSource(Client client) {
        this(BorrowedClient.of(Objects.requireNonNull(client, "client")));
    }

    private ClientDataSource(BorrowedClient borrowed) {
        this.borrowed = borrowed;
    }

    /**
     * The same with something said about every statement: settings, a session, roles, a time limit, a listener. Called again
     * it adds to what was said before.
     *
     * @param request adds to the request of a statement; it leaves the text, the parameters and the query id alone
     * @return a data source on the same client
     */
    public ClientDataSource with(UnaryOperator<QueryRequest> request) {
        return new ClientDataSource(borrowed.with(request));
    }

    /**
     * The same with a query id. The server refuses an id that is in use, so it is for one statement at a time.
     *
     * @param queryId the id; in process it is sent as the setting {@code log_comment}
     * @return a data source on the same client
     */
    public ClientDataSource withQueryId(String queryId) {
        return new ClientDataSource(borrowed.withQueryId(Objects.requireNonNull(queryId, "queryId")));
    }

    /**
     * The client behind it.
     *
     * @return the client it was made with
     */
    public Client client() {
        return borrowed.client();
    }

    /**
     * What is said about every statement, for those who ask the client itself.
     *
     * @return adds to a request what {@link #with} was given, and no query id
     */
    public UnaryOperator<QueryRequest> request() {
        return borrowed.request();
    }

    /**
     * The query id that was given, for those who ask the client itself.
     *
     * @return the id; nothing when there is none
     */
    public Optional<String> queryId() {
        return Optional.ofNullable(borrowed.queryId());
    }

    @Override
    public Connection getConnection() {
        return ClickHouseConnection.over(borrowed);
    }

    /** Not supported: the client has its credentials already. */
    @Override
    public Connection getConnection(@Nullable String userName, @Nullable String secret) throws SQLException {
        throw SqlErrors.invalidArgument("The client has its credentials already: call getConnection() without any");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    /** Ignored: the driver logs through SLF4J. */
    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    /** Ignored: the client has its own limits. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return Logger.getLogger("io.chconnect.jdbc");
    }

    @Override
    public <T> T unwrap(Class<T> iface) throws SQLException {
        return SelfWrapper.unwrap(iface == Client.class ? client() : this, iface);
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) {
        return iface == Client.class || SelfWrapper.wraps(this, iface);
    }
}
