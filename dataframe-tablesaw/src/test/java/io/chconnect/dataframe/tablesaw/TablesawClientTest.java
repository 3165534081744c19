package io.chconnect.dataframe.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

@ClickHouseServerTest
@Timeout(60)
class TablesawClientTest {
    private static final String COLUMNS =
            "a Int8, b UInt16, c UInt32, d Nullable(Int64), e Float32, f Nullable(Float64),"
                    + " g Bool, h LowCardinality(Nullable(String)), i Date, j DateTime64(3, 'Europe/Berlin'), k Decimal(9, 2),"
                    + " l UUID, m Enum8('x' = 1, 'y' = 2)";
    private static final String SELECT = "SELECT toInt8(number % 100), number, number + 4000000000,"
            + " if(number % 3 = 0, NULL, -toInt64(number)), number / 4, if(number % 5 = 0, NULL, number / 3),"
            + " number % 2 = 0, if(number % 7 = 0, NULL, concat('x', toString(number % 10))), toDate(number % 20000),"
            + " toDateTime64(number * 1000.123, 3, 'Europe/Berlin'), toDecimal32(number / 8, 2),"
            + " toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), if(number % 2 = 0, 'x', 'y') FROM numbers(1000)";

    /**
     * The least numbers, an empty label, fractions below the millisecond, and values of several parts and intervals,
     * whose texts do not go back.
     */
    private static final String REFUSED = "Int16|Int32|Int64|Enum16.*|DateTime64\\([69].*|Interval.*|Nullable\\(Tuple.*"
            + "|(Array|Tuple|Map|Nested|QBit)\\(.*|SimpleAggregateFunction\\(.*, (Array|QBit)\\(.*|Point|Ring|(Multi)?LineString"
            + "|(Multi)?Polygon|Geometry";

    private final Client client;
    private final TablesawClient tables;

    TablesawClientTest(ClickHouseServer server) {
        try (Client setup = Client.connect(server.url())) {
            setup.command("CREATE DATABASE IF NOT EXISTS tablesaw ENGINE = Atomic");
        }
        ClientBuilder builder = Client.builder().url(server.url()).database("tablesaw");
        EngineHttp.settings().forEach(builder::setting);
        client = builder.build();
        tables = TablesawClient.of(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private String text(String sql) {
        return client.command(sql).text().strip();
    }

    @Test
    void aTableGoesThereAndBack() {
        client.command("CREATE OR REPLACE TABLE t (" + COLUMNS + ") ENGINE = Memory");
        client.command("CREATE OR REPLACE TABLE again (" + COLUMNS + ") ENGINE = Memory");
        client.command("INSERT INTO t " + SELECT);
        Table table = tables.query("SELECT * FROM t");
        assertThat(table.rowCount()).isEqualTo(1000);
        assertThat(table.types())
                .containsExactly(
                        ColumnType.SHORT,
                        ColumnType.INTEGER,
                        ColumnType.LONG,
                        ColumnType.LONG,
                        ColumnType.FLOAT,
                        ColumnType.DOUBLE,
                        ColumnType.BOOLEAN,
                        ColumnType.STRING,
                        ColumnType.LOCAL_DATE,
                        ColumnType.INSTANT,
                        ColumnType.STRING,
                        ColumnType.STRING,
                        ColumnType.STRING);
        assertThat(table.column("d").countMissing()).isEqualTo(334);
        assertThat(tables.insert("again", table).writtenRows()).isEqualTo(1000);
        String sum = "SELECT count(), sum(cityHash64(tuple(*))) FROM ";
        assertThat(text(sum + "again")).isEqualTo(text(sum + "t"));
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types().stream().filter(TypeSamples::storable).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeComesBackAsItWasOrIsAnError(TypeSamples type) {
        String select = "SELECT toInt32(number) AS n, " + type.cyclingSql("number") + " AS v FROM numbers(100)";
        client.command(
                "CREATE OR REPLACE TABLE every (n Int32, v " + type.type().name() + ") ENGINE = Memory");
        try {
            assertThat(tables.insert("every", tables.query(select)).writtenRows())
                    .isEqualTo(100);
        } catch (ConversionException e) {
            assertThat(e).hasMessageContaining("Column \"v\", row ");
            assertThat(type.type().name()).matches(REFUSED);
            return;
        }
        assertThat(type.type().name()).doesNotMatch(REFUSED);
        assertThat(text("SELECT count(), countIf(toString(v) != toString(w)) FROM (SELECT v, " + type.cyclingSql("n")
                        + " AS w FROM every)"))
                .isEqualTo("100\t0");
    }

    @Test
    void whatTablesawHasNoRoomForIsAnError() {
        assertThatThrownBy(() -> tables.query("SELECT toInt64(-9223372036854775808) AS v"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"v\"")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> tables.query("SELECT toDateTime64('2024-01-01 00:00:00.000001', 6) AS v"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("milliseconds");
        assertThat(tables.query("SELECT toUInt64(18446744073709551615) AS v")
                        .stringColumn("v")
                        .get(0))
                .isEqualTo("18446744073709551615");
    }

    @Test
    void aStreamGivesATableForEachBlock() {
        try (Stream<Table> stream = tables.stream(
                request -> request.sql("SELECT number AS n FROM numbers(100)").setting("max_block_size", 10))) {
            assertThat(stream.mapToInt(Table::rowCount).limit(2)).containsExactly(10, 10);
        }
        assertThat(client.connections().orElseThrow().leased()).isZero();
        assertThat(tables.query("SELECT 1 AS a WHERE 0").columnNames()).containsExactly("a");
    }

    @Test
    void aMissingValueIsAnErrorWhereTheColumnHasNoNull() {
        client.command("CREATE OR REPLACE TABLE n (a Int32) ENGINE = Memory");
        IntColumn missing = IntColumn.create("a", 1);
        missing.setMissing(0);
        assertThatThrownBy(() -> tables.insert("n", Table.create(missing)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("NULL");
    }
}
