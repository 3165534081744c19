package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.jdbc.ClickHouseDriver;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sqlline.SqlLine;

@Timeout(120)
@ClickHouseServerTest
class SqllineTest {
    private final ClickHouseServer server;

    SqllineTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource
    void aScriptBrowsesAndQueries(Place place, @TempDir Path directory) throws Exception {
        Path script = directory.resolve("script.sql");
        Files.writeString(script, """
                !set outputformat csv
                DROP TABLE IF EXISTS sqlline_t;
                CREATE TABLE sqlline_t (id Int32, name String) ENGINE = MergeTree ORDER BY id;
                INSERT INTO sqlline_t VALUES (1, 'first'), (2, 'it''s');
                SELECT id, name FROM sqlline_t ORDER BY id;
                !tables
                !columns sqlline_t
                !quit
                """);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        SqlLine sqlline = new SqlLine();
        PrintStream printer = new PrintStream(output, true, StandardCharsets.UTF_8);
        sqlline.setOutputStream(printer);
        sqlline.setErrorStream(printer);

        sqlline.begin(
                new String[] {
                    "-d",
                    ClickHouseDriver.class.getName(),
                    "-u",
                    place.url(server),
                    "-n",
                    "default",
                    "-p",
                    "",
                    "--run=" + script,
                    "--maxWidth=200"
                },
                new ByteArrayInputStream(new byte[0]),
                false);

        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("'1','first'", "'2','it''s'", "'sqlline_t'", "'name'", "'String'")
                .doesNotContain("Error:");
    }
}
