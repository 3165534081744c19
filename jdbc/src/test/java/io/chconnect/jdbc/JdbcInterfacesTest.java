package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every method of JDBC's interfaces, called with arguments of little sense: it answers, or fails as JDBC says. The page of
 * methods has a line for each; with the system property {@code jdbc.methods.write} it is written anew.
 */
@ClickHouseServerTest
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class JdbcInterfacesTest {
    private static final Path PAGE = Path.of("../docs/jdbc-methods.md");
    private static final Path TESTS = Path.of("src/test/java/io/chconnect/jdbc");

    private static final List<Class<?>> INTERFACES = List.of(
            Driver.class,
            DataSource.class,
            ConnectionBuilder.class,
            ShardingKeyBuilder.class,
            Connection.class,
            Statement.class,
            PreparedStatement.class,
            ParameterMetaData.class,
            ResultSet.class,
            ResultSetMetaData.class,
            DatabaseMetaData.class,
            Array.class,
            Struct.class,
            Blob.class,
            Clob.class,
            NClob.class,
            Wrapper.class);

    private static final String INTRODUCTION = """
            # Methods of JDBC 4.3

            Every method of the interfaces, what it does here, and where it is tested. All of them are called by
            `JdbcInterfacesTest`, which keeps this page; where another test is named, it looks at the method's answers.
            Not supported are only the methods that change rows of a result, savepoints, stored procedures, named cursors,
            and the types RowId, Ref and SQLXML. [jdbc.md](jdbc.md) tells what is behind the others.
            """;

    /** All that may be refused as not supported. */
    private static final Pattern UNSUPPORTED =
            Pattern.compile("update[A-Z].*|insertRow|deleteRow|refreshRow|cancelRowUpdates"
                    + "|moveTo(Insert|Current)Row|(set|get)(RowId|Ref|SQLXML)|createSQLXML|(set|release)Savepoint|prepareCall"
                    + "|(set|get)CursorName");

    /** Everything else is null. */
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, false),
            Map.entry(short.class, (short) 1),
            Map.entry(byte.class, (byte) 1),
            Map.entry(float.class, 1f),
            Map.entry(double.class, 1.0),
            Map.entry(String.class, "a"),
            Map.entry(Class.class, Object.class));

    private final ClickHouseServer server;

    JdbcInterfacesTest(ClickHouseServer server) {
        this.server = server;
    }

    @Test
    void everyMethodAnswersOrFailsAsJdbcSaysAndHasItsLineOnThePage() throws Exception {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Class<?> type : INTERFACES) {
            lines.addAll(List.of("", "## " + type.getSimpleName(), "", "| method | answer | test |", "|---|---|---|"));
            for (Method method : methods(type)) {
                String answer = call(type, method, wrong);
                lines.add("| `" + signature(method) + "` | " + answer + " | `" + test(sources, method, answer) + "` |");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThan(700);
        if (System.getProperty("jdbc.methods.write") != null) {
            Files.writeString(PAGE, INTRODUCTION + String.join("\n", lines) + "\n");
        }
        List<String> written = Files.readAllLines(PAGE);
        assertThat(written.stream().map(JdbcInterfacesTest::withoutTest).toList())
                .containsSubsequence(
                        lines.stream().map(JdbcInterfacesTest::withoutTest).toList());
        for (String line : written) {
            requireTest(line, sources);
        }
    }

    private static String withoutTest(String line) {
        return line.startsWith("| `") ? line.substring(0, line.lastIndexOf('`', line.length() - 4)) : line;
    }

    /** The test that a line names is there, and calls the method. */
    private static void requireTest(String line, Map<String, String> sources) {
        String[] quoted = line.split("`", -1);
        if (line.startsWith("| `") && !quoted[3].equals("JdbcInterfacesTest")) {
            String method = quoted[1].substring(0, quoted[1].indexOf('('));
            assertThat(sources).as(line).containsKey(quoted[3]);
            assertThat(sources.get(quoted[3])).as(line).containsPattern("(\\.|::)" + method + "\\b");
        }
    }

    /** A method of an interface itself, or inherited by it; those of Wrapper have their own section. */
    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> type == Wrapper.class || method.getDeclaringClass() != Wrapper.class)
                .filter(method -> type != PreparedStatement.class || method.getDeclaringClass() == type)
                .filter(method -> type != NClob.class)
                .filter(method -> !method.isBridge())
                .sorted(Comparator.comparing(JdbcInterfacesTest::signature))
                .toList();
    }

    private String call(Class<?> type, Method method, List<String> wrong) throws Exception {
        boolean mayBeUnsupported = UNSUPPORTED.matcher(method.getName()).matches() || isRollbackToSavepoint(method);
        String url = "jdbc:chconnect:" + server.url() + "?check_connection=false";
        try (Connection connection = DriverManager.getConnection(url);
                ClickHouseDataSource source = new ClickHouseDataSource(url);
                PreparedStatement prepared = connection.prepareStatement("SELECT 1 AS a, ?");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 AS a")) {
            result.next();
            prepared.setInt(1, 1);
            Clob clob = connection.createClob();
            clob.setString(1, "text");
            Blob blob = connection.createBlob();
            blob.setBytes(1, new byte[] {1, 2, 3});
            List<Object> targets = List.of(
                    new ClickHouseDriver(),
                    source,
                    source.createConnectionBuilder(),
                    source.createShardingKeyBuilder(),
                    connection,
                    statement,
                    prepared,
                    prepared.getParameterMetaData(),
                    result,
                    result.getMetaData(),
                    connection.getMetaData(),
                    connection.createArrayOf("Int32", new Object[] {1, 2}),
                    connection.createStruct("Tuple(Int32)", new Object[] {1}),
                    blob,
                    clob);
            Object target =
                    targets.stream().filter(type::isInstance).findFirst().orElseThrow();
            Object answer = method.invoke(target, arguments(method));
            if (answer instanceof Connection opened && !opened.equals(connection)) {
                opened.close();
            }
            if (mayBeUnsupported && !(answer instanceof Number)) {
                wrong.add(method + " answers, though the list says it is not supported");
            }
            return "works";
        } catch (InvocationTargetException e) {
            Throwable failure = e.getCause();
            boolean unsupported = failure instanceof SQLFeatureNotSupportedException;
            if (unsupported ? !mayBeUnsupported : !(failure instanceof SQLException)) {
                wrong.add(method + ": " + failure);
            }
            return unsupported ? "not supported" : "works";
        }
    }

    private static boolean isRollbackToSavepoint(Method method) {
        return method.getName().equals("rollback") && method.getParameterCount() == 1;
    }

    private static Object[] arguments(Method method) {
        if (method.getDeclaringClass() == Driver.class && method.getName().equals("getPropertyInfo")) {
            return new Object[] {"jdbc:ch://localhost", new Properties()};
        }
        return Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The tests that call a method of this name, the one of all methods not counted. */
    private static String test(Map<String, String> sources, Method method, String answer) {
        Set<String> tests = new TreeSet<>();
        if (answer.equals("works")) {
            Pattern use = Pattern.compile("(\\.|::)" + method.getName() + "\\b");
            sources.forEach((name, text) -> {
                if (use.matcher(text).find()) {
                    tests.add(name);
                }
            });
        }
        return tests.isEmpty() ? "JdbcInterfacesTest" : tests.iterator().next();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
                    .filter(file -> !file.endsWith("JdbcInterfacesTest.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), JdbcInterfacesTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
