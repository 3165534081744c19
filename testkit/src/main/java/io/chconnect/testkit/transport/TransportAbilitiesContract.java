package io.chconnect.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.chconnect.client.ExternalTable;
import io.chconnect.client.Progress;
import io.chconnect.client.Session;
import io.chconnect.client.transport.ExternalData;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.RawAnswer;
import io.chconnect.client.transport.RawContent;
import io.chconnect.client.transport.RawFormats;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ServerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions, tables that go along, raw data and progress, alike over every transport that has them all. */
public abstract class TransportAbilitiesContract extends TransportFixture {
    /** For the tests of a transport. */
    protected TransportAbilitiesContract() {}

    @Test
    void aSessionKeepsItsTablesAndSettings() {
        Session session = Session.create();

        inSession(session, "CREATE TEMPORARY TABLE mine (id UInt64)");
        inSession(session, "INSERT INTO mine VALUES (1), (2)");
        inSession(session, "SET max_block_size = 321");

        assertThat(inSession(session, "SELECT sum(id) FROM mine")).isEqualTo("3");
        assertThat(inSession(session, "SELECT getSetting('max_block_size')")).isEqualTo("321");
        assertThatThrownBy(() -> command("SELECT sum(id) FROM mine"))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(60));
        assertThatThrownBy(() -> inSession(Session.create(), "SELECT sum(id) FROM mine"))
                .isInstanceOf(ServerException.class);
    }

    @Test
    void settingsOfAStatementDoNotStayInItsSession() {
        Session session = Session.create();
        String read = "SELECT getSetting('max_block_size')";
        String before = inSession(session, read);

        assertThat(text(inSession(session, read, Map.of("max_block_size", "123"))))
                .isEqualTo("123");
        assertThat(inSession(session, read)).isEqualTo(before);

        inSession(session, "SET max_block_size = 321");
        assertThat(text(inSession(session, read, Map.of("max_block_size", "123"))))
                .isEqualTo("123");
        assertThat(inSession(session, read)).isEqualTo("321");
    }

    @Test
    void aSessionTakesOneStatementAtATime() {
        Session session = Session.create();
        try (QueryEvents answer =
                transport().query(inSession(session, "SELECT number FROM system.numbers", Map.of()))) {
            answer.next();

            assertThatThrownBy(() -> inSession(session, "SELECT 1"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(session.id());
        }
        assertThatThrownBy(() -> inSession(Session.create().existing(), "SELECT 1"))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(372));
    }

    @Test
    void aStatementMayNameItsDatabase() {
        table("in_database");

        assertThat(text(with("SELECT currentDatabase()", List.of(), null))).isEqualTo(database());
        assertThat(text(with("SELECT count() FROM in_database", List.of(), null)))
                .isEqualTo("0");
        assertThat(command("SELECT currentDatabase()")).isNotEqualTo(database());
    }

    @Test
    void tablesGoAlongWithTheirStatement() {
        assertThat(transport()).isInstanceOf(ExternalData.class);
        List<ExternalTable> tables = List.of(
                ExternalTable.of("left_rows", "id UInt64, name String", "CSV", bytes("1,\"a\"\n2,\"\u00fc\"\n")),
                ExternalTable.of("right_rows", "id UInt64", "TabSeparated", bytes("2\n3\n")));
        String sql = "SELECT name FROM left_rows WHERE id IN (SELECT id FROM right_rows)";

        assertThat(value(with(sql, tables, null))).isEqualTo("\u00fc");
        assertThatThrownBy(() -> command("SELECT * FROM left_rows")).isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> value(with(
                        "SELECT * FROM bad_rows",
                        List.of(ExternalTable.of("bad_rows", "id UInt64", "CSV", bytes("no number\n"))),
                        null)))
                .isInstanceOf(ServerException.class);
    }

    @Test
    void answersComeInAnyFormat() {
        String sql = "SELECT number, 'gr\u00fcn' AS word FROM numbers(2)";

        assertThat(raw(sql, "JSONEachRow"))
                .isEqualTo("{\"number\":0,\"word\":\"gr\u00fcn\"}\n{\"number\":1,\"word\":\"gr\u00fcn\"}\n");
        assertThat(raw(sql, null)).isEqualTo("0\tgr\u00fcn\n1\tgr\u00fcn\n");
        assertThat(raw(sql + " FORMAT CSVWithNames", null))
                .isEqualTo("\"number\",\"word\"\n0,\"gr\u00fcn\"\n1,\"gr\u00fcn\"\n");
    }

    @Test
    void aHeadIsWrittenOnceHoweverLongTheAnswer() {
        String text = raw("SELECT number FROM numbers(300000)", "TabSeparatedWithNames");

        assertThat(text).startsWith("number\n0\n1\n").endsWith("\n299999\n");
        assertThat(text.lines()).hasSize(300_001);
    }

    @Test
    void aRawAnswerMayBeLeftEarly() {
        try (RawAnswer answer = rawFormats().rawQuery(request("SELECT number FROM system.numbers"), "TabSeparated")) {
            assertThat(answer.next()).isNotNull();
        }
        assertThat(command("SELECT 1")).isEqualTo("1");
    }

    @Test
    void rawDataIsInserted() {
        String table = table("raw");
        String sql = "INSERT INTO " + table + " (id, name) FORMAT CSV";

        assertThat(rawFormats()
                        .rawInsert(request(sql), content(bytes("1,\"a,b\"\n2,\"\u00fc\"\n"), null))
                        .writtenRows())
                .isEqualTo(2);
        assertThat(rawFormats()
                        .rawInsert(request(sql), content(gzip(bytes("3,\"c\"\n")), "gzip"))
                        .writtenRows())
                .isEqualTo(1);
        assertThat(command("SELECT groupArray((id, name)) FROM (SELECT * FROM " + table + " ORDER BY id)"))
                .isEqualTo("[(1,'a,b'),(2,'\u00fc'),(3,'c')]");
        assertThatThrownBy(() -> rawFormats().rawInsert(request(sql), content(bytes("one,two\n"), null)))
                .isInstanceOf(ServerException.class);
    }

    @Test
    void progressIsTold() {
        AtomicReference<Progress> last = new AtomicReference<>();
        StatementRequest request = StatementRequest.builder(
                        "SELECT sum(sipHash64(number)) FROM numbers(100000000) SETTINGS max_threads = 1", LONG)
                .progress(last::set)
                .build();
        blocks(request);

        assertThat(last.get()).isNotNull();
        assertThat(last.get().readRows()).isPositive();
    }

    private String inSession(Session session, String sql) {
        return text(inSession(session, sql, Map.of()));
    }

    private String text(StatementRequest request) {
        return transport().command(request).text().stripTrailing();
    }

    private StatementRequest with(String sql, List<ExternalTable> tables, @Nullable Session session) {
        return StatementRequest.builder(sql, LONG)
                .database(database())
                .session(session)
                .externalTables(tables)
                .build();
    }

    private RawFormats rawFormats() {
        assertThat(transport()).asInstanceOf(type(RawFormats.class)).isNotNull();
        return (RawFormats) transport();
    }

    private String raw(String sql, @Nullable String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RawAnswer answer = rawFormats().rawQuery(request(sql), format)) {
            for (ByteBuffer next = answer.next(); next != null; next = answer.next()) {
                byte[] chunk = new byte[next.remaining()];
                next.get(chunk);
                bytes.writeBytes(chunk);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static RawContent content(byte[] data, @Nullable String encoding) {
        return new RawContent(() -> new ByteArrayInputStream(data), encoding, true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
