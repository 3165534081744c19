package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.ReadFormat;
import io.chconnect.client.Row;
import io.chconnect.client.RowCursor;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.TypeKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
class ReadFormatsTest {
    private static final String ID = "61f0c404-5cb3-11e7-907b-a6006ad3dba0";

    @Parameter
    Carrier carrier;

    private Client client;
    private String url;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "formats");
        url = carrier == Carrier.HTTP ? server.url() : "chdb:memory";
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Row row(String sql, UnaryOperator<QueryRequest> formats) {
        return client.query(request -> formats.apply(request.sql(sql)))
                .firstRow()
                .orElseThrow();
    }

    @Test
    void numbersOfWhatIsStored() {
        Row row = row(
                "SELECT toDateTime(5000000000 - 1000000000, 'Asia/Tokyo') AS a, toDateTime64('1969-12-31 23:59:59.5', 3, 'UTC')"
                        + " AS b, toDate('2149-06-06') AS c, toDate32('1969-12-31') AS d, toIPv4('255.255.255.255') AS e,"
                        + " CAST('x', 'Enum8(\\'x\\' = -3)') AS f, true AS g, toUInt64('18446744073709551615') AS h,"
                        + " toIntervalDay(9) AS i, [toNullable(toDate('1970-01-02')), NULL] AS j",
                request -> List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j").stream()
                        .reduce(request, (r, name) -> r.readAs(name, ReadFormat.NUMBER), (x, y) -> y));
        assertThat(row)
                .containsExactly(
                        4_000_000_000L, -500L, 65535L, -1L, 4294967295L, -3L, 1L, -1L, 9L, Arrays.asList(1L, null));
        assertThat(row.getLocalDate("c")).isEqualTo(LocalDate.of(2149, 6, 6));
        assertThat(row.toString()).contains("255.255.255.255").contains("2149-06-06");
    }

    @Test
    void aTypeIsMatchedExactlyAndWithinContainers() {
        String sql = "SELECT toUUID('" + ID + "') AS id, [toNullable(id)] AS ids, map('k', id) AS m, (1, id) AS t,"
                + " toLowCardinality('s') AS s, toDateTime(0, 'UTC') AS a, toDate('1970-01-02') AS d";
        Row row = row(
                sql,
                request -> request.readAs(TypeKind.UUID, ReadFormat.TEXT).readAs(TypeKind.DATE, ReadFormat.NUMBER));
        assertThat(row.getObject("id")).isEqualTo(ID);
        assertThat(row.getObject("ids")).isEqualTo(List.of(ID));
        assertThat(row.getObject("m")).isEqualTo(Map.of("k", ID));
        assertThat(row.getObject("t")).isEqualTo(List.of((short) 1, ID));
        assertThat(row.getObject("s")).isEqualTo("s");
        assertThat(row.getObject("a")).isNotInstanceOf(Long.class);
        assertThat(row.getObject("d")).isEqualTo(1L);
        assertThat(row.getUUID("id")).isEqualTo(UUID.fromString(ID));
    }

    @Test
    void textsAreReadAsTheirBytes() {
        Row row = row(
                "SELECT unhex('FF00') AS a, toFixedString('ab', 3) AS b",
                request -> request.readAs(TypeKind.STRING, ReadFormat.BYTES)
                        .readAs(TypeKind.FIXED_STRING, ReadFormat.BYTES));
        assertThat((byte[]) row.getObject("a")).containsExactly(0xFF, 0);
        assertThat((byte[]) row.getObject("b")).containsExactly('a', 'b', 0);
    }

    @Test
    void aColumnWinsOverATypeAndARequestOverTheClient() {
        try (Client formatted =
                Client.connect(url + (url.contains("?") ? "&" : "?") + "read_as_UUID=text&read_as_Date=number")) {
            String sql = "SELECT toUUID('" + ID + "') AS id, toDate('1970-01-02') AS d, toDate('1970-01-03') AS e";
            assertThat(formatted.query(sql).firstRow().orElseThrow()).containsExactly(ID, 1L, 2L);
            RowCursor cursor = formatted
                    .query(request -> request.sql(sql)
                            .readAs(TypeKind.UUID, ReadFormat.NATURAL)
                            .readAs("e", ReadFormat.TEXT))
                    .cursor();
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.getObject("id")).isEqualTo(UUID.fromString(ID));
            assertThat(cursor.getObject("d")).isEqualTo(1L);
            assertThat(cursor.getObject("e")).isEqualTo("1970-01-03");
        }
        assertThatThrownBy(() -> {
                    try (Client wrong = Client.connect(url + "?read_as_Uid=text")) {
                        wrong.query("SELECT 1").close();
                    }
                })
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Uid");
    }

    @Test
    void aFormatThatATypeDoesNotHaveIsAnError() {
        assertThatThrownBy(
                        () -> row("SELECT generateUUIDv4() AS id", request -> request.readAs("id", ReadFormat.NUMBER)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"id\"")
                .hasMessageContaining("UUID");
    }
}
