package io.chconnect.jdbc;

import io.chconnect.testkit.server.OldestServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Where ClickHouse 18.16 is not installed, the tests are skipped; with {@code CI=true} they fail. */
class OldestServerCapabilitiesTest extends CapabilitiesContract {
    private final OldestServer server;

    OldestServerCapabilitiesTest(@TempDir Path directory) throws IOException, InterruptedException {
        server = OldestServer.startOrSkip(directory);
    }

    @Override
    void stop() {
        server.close();
    }

    @Override
    String url() {
        return "jdbc:clickhouse:" + server.url();
    }

    @Override
    String databaseEngine() {
        return "";
    }
}
