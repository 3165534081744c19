package io.chconnect.jooq;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.jdbc.ClientDataSource;
import io.chconnect.jooq.internal.reflect.KnownCatalog;
import io.chconnect.jooq.internal.reflect.SystemTables;
import io.chconnect.jooq.internal.render.RepairListener;
import io.chconnect.jooq.internal.type.WallTimes;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.MetaProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.BackslashEscaping;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jooq.impl.DefaultVisitListenerProvider;

/**
 * Where jOOQ for ClickHouse starts: contexts with the right dialect and settings, and with what jOOQ alone renders wrong put
 * right. What ClickHouse has not is refused with {@link org.jooq.exception.SQLDialectNotSupportedException} when a statement
 * is rendered, before anything is sent.
 *
 * <p>{@code dsl.meta()} gives the databases, tables and columns of the server, with exact types, keys and comments;
 * {@link io.chconnect.jooq.reflect.ClickHouseMeta} gives every clause of them.
 *
 * <p>All methods are thread-safe, as are the contexts, as far as their connections are.
 */
public final class ClickHouseDSL {
    private static final int MAX_PARAMETERS = 900;

    private ClickHouseDSL() {}

    /**
     * A context on a client. Statements run on any of its transports; nothing needs to be closed but the client.
     *
     * @param client runs the statements; it stays the caller's to close
     * @return a context
     */
    public static DSLContext using(Client client) {
        return using(new ClientDataSource(client));
    }

    /**
     * A context on a data source, such as {@link io.chconnect.jdbc.ClickHouseDataSource} or a pool of its connections.
     *
     * @param dataSource gives connections of this project's JDBC driver
     * @return a context
     */
    public static DSLContext using(DataSource dataSource) {
        return DSL.using(configuration().set(new DataSourceConnectionProvider(dataSource)));
    }

    /**
     * A context on a connection.
     *
     * @param connection a connection of this project's JDBC driver; it stays the caller's to close
     * @return a context
     */
    public static DSLContext using(Connection connection) {
        return DSL.using(configuration().set(new DefaultConnectionProvider(connection)));
    }

    /**
     * A context that renders statements and runs none.
     *
     * @return a context without a connection
     */
    public static DSLContext rendering() {
        return DSL.using(configuration());
    }

    /**
     * A configuration without connections, for those who make contexts in their own way.
     *
     * @return a new one, with {@link #settings()}
     */
    public static DefaultConfiguration configuration() {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.CLICKHOUSE);
        configuration.set(settings());
        configuration.set(new DefaultVisitListenerProvider(new RepairListener()));
        configuration.set(new DefaultExecuteListenerProvider(new WallTimes()));
        configuration.set(meta(configuration));
        return configuration;
    }

    /**
     * The settings that texts and names are safe with. Others may be changed; {@code backslashEscaping} must not be.
     *
     * @return new settings
     */
    public static Settings settings() {
        return new Settings()
                .withBackslashEscaping(BackslashEscaping.ON)
                .withParamCastMode(ParamCastMode.NEVER)
                // The server takes 1,000 fields of a form; beyond that values are written into the text.
                .withInlineThreshold(MAX_PARAMETERS)
                // ClickHouse has no transactions, and no keys that it makes.
                .withReturnIdentityOnUpdatableRecord(false)
                .withExecuteLogging(false)
                .withRenderGroupConcatMaxLenSessionVariable(false);
    }

    /**
     * A context whose statements all say something more: settings, a session, roles, a time limit, a progress listener.
     *
     * @param context a context of {@link #using(Client)}
     * @param request adds to the request of each statement
     * @return a context on the same client
     * @throws IllegalArgumentException if the context is on a data source or a connection
     */
    public static DSLContext with(DSLContext context, UnaryOperator<QueryRequest> request) {
        return derived(context, source(context).with(request));
    }

    /**
     * A context for one statement with a query id.
     *
     * @param context a context of {@link #using(Client)}
     * @param queryId the id; the server refuses one that is in use
     * @return a context on the same client
     * @throws IllegalArgumentException if the context is on a data source or a connection
     */
    public static DSLContext withQueryId(DSLContext context, String queryId) {
        return derived(context, source(context).withQueryId(queryId));
    }

    private static DSLContext derived(DSLContext context, ClientDataSource source) {
        Configuration configuration = context.configuration().derive(new DataSourceConnectionProvider(source));
        return DSL.using(configuration.set(meta(configuration)));
    }

    private static MetaProvider meta(Configuration configuration) {
        return () -> {
            DSLContext context = DSL.using(configuration);
            return context.meta(new KnownCatalog(new SystemTables(context), ClickHouseTypes::of));
        };
    }

    static ClientDataSource source(DSLContext context) {
        if (context.configuration().connectionProvider() instanceof DataSourceConnectionProvider provider
                && provider.dataSource() instanceof ClientDataSource source) {
            return source;
        }
        throw new IllegalArgumentException("The context is not on a client: make it with ClickHouseDSL.using(Client)");
    }
}
