package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import clojure.java.api.Clojure;
import clojure.lang.Compiler;
import clojure.lang.RT;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plugin for Metabase of the documentation, on stand-ins for Metabase's own namespaces. */
@Timeout(120)
@ClickHouseServerTest
class MetabasePluginTest {
    private static final Path PLUGIN = Path.of("..", "docs", "metabase");
    private static final String NAMESPACE = "metabase.driver.clickhouse-connect";

    private final ClickHouseServer server;

    MetabasePluginTest(ClickHouseServer server) {
        this.server = server;
    }

    @BeforeAll
    static void load() throws IOException {
        load(Path.of("src", "test", "resources", "metabase", "stand-ins.clj"));
        load(PLUGIN.resolve(Path.of("src", "metabase", "driver", "clickhouse_connect.clj")));
    }

    @Test
    void itsDetailsBecomeAConnection() {
        String details = "{:host \"127.0.0.1\" :port " + server.httpPort() + " :dbname \"system\" :user \"default\"}";

        assertThat(eval("(metabase.driver/can-connect? :clickhouse-connect " + details + ")"))
                .isEqualTo(true);
        assertThat(eval("(metabase.driver.sql-jdbc.execute/do-with-connection-with-options :clickhouse-connect"
                        + " (metabase.driver.sql-jdbc.connection/connection-details->spec :clickhouse-connect "
                        + details
                        + ") {} (fn [connection] (.getSchema connection)))"))
                .isEqualTo("system");
    }

    @Test
    void emptyDetailsAreTheDefaultsAndAdditionalOptionsAreAppended() {
        Object spec = eval("(metabase.driver.sql-jdbc.connection/connection-details->spec :clickhouse-connect"
                + " {:host \"\" :ssl true :additional-options \"session_id=auto\"})");

        assertThat(((Map<?, ?>) spec).entrySet())
                .extracting(entry -> entry.getKey() + " " + entry.getValue())
                .containsExactlyInAnyOrder(
                        ":classname io.chconnect.jdbc.ClickHouseDriver",
                        ":subprotocol chconnect",
                        ":subname //localhost:8123/default?session_id=auto",
                        ":user default",
                        ":password ",
                        ":ssl true");
    }

    @Test
    void aMissingTableIsKnown() {
        assertThat(eval("(metabase.driver.sql-jdbc/impl-table-known-to-not-exist? :clickhouse-connect"
                        + " (java.sql.SQLException. \"gone\" \"42S02\" 60))"))
                .isEqualTo(true);
        assertThat(eval("(metabase.driver.sql-jdbc/impl-table-known-to-not-exist? :clickhouse-connect"
                        + " (java.sql.SQLException. \"other\" \"42000\" 62))"))
                .isEqualTo(false);
        assertThat(eval("(metabase.driver/database-supports? :clickhouse-connect :set-timezone nil)"))
                .isEqualTo(false);
    }

    @Test
    void theManifestNamesTheNamespaceAndTheDriver() throws IOException {
        assertThat(Files.readString(PLUGIN.resolve(Path.of("resources", "metabase-plugin.yaml"))))
                .contains("\n  name: clickhouse-connect\n")
                .contains("\n  parent: clickhouse\n")
                .contains("\n    namespace: " + NAMESPACE + "\n")
                .contains("\n    class: io.chconnect.jdbc.ClickHouseDriver\n");
    }

    private static void load(Path file) throws IOException {
        RT.init();
        Compiler.load(
                new StringReader(Files.readString(file, StandardCharsets.UTF_8)),
                file.toString(),
                String.valueOf(file.getFileName()));
    }

    private static Object eval(String form) {
        return Clojure.var("clojure.core", "load-string").invoke(form);
    }
}
