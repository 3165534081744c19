package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every method of JDBC's interfaces, called with arguments of no sense: it answers, or fails as JDBC says. */
@ClickHouseServerTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JdbcInterfacesTest {
    /** All that may be refused as not supported. */
    private static final Pattern UNSUPPORTED =
            Pattern.compile("update[A-Z].*|insertRow|deleteRow|refreshRow|cancelRowUpdates"
                    + "|moveTo(Insert|Current)Row|(set|get)(RowId|Ref|SQLXML)|createSQLXML|(set|release)Savepoint|rollback|prepareCall"
                    + "|(set|get)CursorName");

    /** New in JDBC 4.3, with a default that refuses; sharding is for databases with sharding keys of their own. */
    private static final Set<String> SHARDING = Set.of("setShardingKey", "setShardingKeyIfValid");

    /** Everything else is null. */
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            int.class,
            1,
            long.class,
            1L,
            boolean.class,
            false,
            short.class,
            (short) 1,
            byte.class,
            (byte) 1,
            float.class,
            1f,
            double.class,
            1.0);

    private final ClickHouseServer server;

    JdbcInterfacesTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void everyMethodAnswersOrFailsAsJdbcSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int called = 0;
        for (Class<?> type : List.of(
                ResultSet.class,
                ResultSetMetaData.class,
                Statement.class,
                PreparedStatement.class,
                ParameterMetaData.class,
                Connection.class,
                DatabaseMetaData.class)) {
            for (Method method : type.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())
                        && !method.getName().equals("getConnection")) {
                    called++;
                    call(type, method, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(called).isGreaterThan(600);
    }

    private void call(Class<?> type, Method method, List<String> wrong) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:chconnect:" + server.url() + "?check_connection=false");
                PreparedStatement prepared = connection.prepareStatement("SELECT 1 AS a, ?");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 AS a")) {
            result.next();
            prepared.setInt(1, 1);
            List<Object> targets = List.of(
                    result,
                    result.getMetaData(),
                    statement,
                    prepared,
                    prepared.getParameterMetaData(),
                    connection,
                    connection.getMetaData());
            Object target =
                    targets.stream().filter(type::isInstance).findFirst().orElseThrow();
            Object answer = method.invoke(target, arguments(method));
            if (UNSUPPORTED.matcher(method.getName()).matches() && !(answer instanceof Number)) {
                wrong.add(method + " answers, though the list says it is not supported");
            }
        } catch (InvocationTargetException e) {
            Throwable failure = e.getCause();
            boolean allowed = UNSUPPORTED.matcher(method.getName()).matches() || SHARDING.contains(method.getName());
            if (failure instanceof SQLFeatureNotSupportedException ? !allowed : !(failure instanceof SQLException)) {
                wrong.add(method + ": " + failure);
            }
        }
    }

    private static Object[] arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = ARGUMENTS.get(types[i]);
        }
        return arguments;
    }
}
