package io.chconnect.jdbc;

import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.statement.ClickHouseConnection;
import io.chconnect.jdbc.internal.url.JdbcUrl;
import io.chconnect.jdbc.internal.url.PropertyInfos;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The JDBC driver. {@link DriverManager} finds it by itself.
 *
 * <p>URLs are {@code jdbc:clickhouse:}, {@code jdbc:ch:} or {@code jdbc:chconnect:} before a URL of the client, such as
 * {@code jdbc:clickhouse://localhost:8123/database} or {@code jdbc:ch:https://user:password@host:8443}, and {@code
 * jdbc:chdb:memory} or {@code jdbc:chdb:/path} for the engine in this process. Options follow behind a question mark or come
 * as properties; those of the URL win. {@code jdbc:chconnect:} is this driver's alone, the others it shares with the
 * official one. Thread-safe.
 */
public final class ClickHouseDriver implements Driver {
    private static final String OFFICIAL_DRIVER = "com.clickhouse.jdbc.Driver";
    private static final AtomicBoolean LOOKED_FOR_OFFICIAL = new AtomicBoolean();
    private static final int MAJOR = 0;
    private static final int MINOR = 1;

    static {
        try {
            DriverManager.registerDriver(new ClickHouseDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Creates the driver. Its name in {@code java.sql} is that of the class. */
    public ClickHouseDriver() {}

    /**
     * Connects, and asks the server whether it is there unless the option {@code check_connection} is false.
     *
     * @param url the URL
     * @param properties options by their keys; all values are text; null is as good as none
     * @return null when it is not a URL of this driver
     * @throws SQLException if the URL or a property is wrong, or the server cannot be reached or refuses the user
     */
    @Override
    public @Nullable Connection connect(String url, @Nullable Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        if (!url.startsWith(JdbcUrl.OWN) && !LOOKED_FOR_OFFICIAL.getAndSet(true)) {
            warnOfOfficialDriver();
        }
        return SqlErrors.call(() ->
                ClickHouseConnection.open(JdbcUrl.parse(url, properties == null ? new Properties() : properties)));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        if (url == null) {
            throw SqlErrors.invalidArgument("The JDBC URL is null");
        }
        return JdbcUrl.accepts(url);
    }

    /**
     * The options, each with its documentation.
     *
     * @param url any URL
     * @param properties the values so far; null is as good as none
     * @return one entry per option
     */
    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties properties) {
        return PropertyInfos.of(properties);
    }

    @Override
    public int getMajorVersion() {
        return MAJOR;
    }

    @Override
    public int getMinorVersion() {
        return MINOR;
    }

    /**
     * Whether the driver is JDBC compliant.
     *
     * @return false: ClickHouse has no transactions, which JDBC demands
     */
    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    /**
     * The logger of {@code java.util.logging} with the driver's name. The driver itself logs through SLF4J.
     *
     * @return never null
     */
    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.chconnect.jdbc");
    }

    private static void warnOfOfficialDriver() {
        try {
            Class.forName(OFFICIAL_DRIVER, false, ClickHouseDriver.class.getClassLoader());
            LoggerFactory.getLogger(ClickHouseDriver.class)
                    .info(
                            "The official ClickHouse driver is on the class path, too, and takes the same URLs: write {}"
                                    + " to be sure of this one",
                            JdbcUrl.OWN);
        } catch (ClassNotFoundException e) {
            LoggerFactory.getLogger(ClickHouseDriver.class).trace("No other ClickHouse driver is there");
        }
    }
}
