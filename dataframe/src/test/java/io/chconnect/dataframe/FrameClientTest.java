package io.chconnect.dataframe;

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
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dflib.BooleanSeries;
import org.dflib.DataFrame;
import org.dflib.DoubleSeries;
import org.dflib.FloatSeries;
import org.dflib.IntSeries;
import org.dflib.LongSeries;
import org.dflib.Series;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ClickHouseServerTest
@Timeout(120)
class FrameClientTest {
    private static final String TABLE = "frames.t";

    private final EngineHttp engine;
    private final Client client;
    private final FrameClient frames;

    FrameClientTest(ClickHouseServer server) {
        engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS frames ENGINE = Atomic");
        ClientBuilder builder = Client.builder().url(server.url()).database("frames");
        EngineHttp.settings().forEach(builder::setting);
        client = builder.build();
        frames = FrameClient.of(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types().stream().filter(TypeSamples::storable).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesOfEveryTypeComeBackAsTheyWere(TypeSamples type) {
        int rows = 1000;
        DataFrame frame =
                frames.query("SELECT number AS n, " + type.cyclingSql("number") + " AS v FROM numbers(" + rows + ")");
        assertThat(frame.height()).isEqualTo(rows);
        engine.text("CREATE OR REPLACE TABLE " + TABLE + " (n UInt64, v "
                + type.type().name() + ") ENGINE = Memory");
        assertThat(frames.insert(TABLE, frame).writtenRows()).isEqualTo(rows);
        assertThat(engine.text("SELECT count(), countIf(isNull(v) != isNull(w) OR cityHash64(v) != cityHash64(w))"
                        + " FROM (SELECT v, " + type.cyclingSql("n") + " AS w FROM " + TABLE + ")"))
                .isEqualTo(rows + "\t0");
    }

    @Test
    void columnsOfNumbersArePrimitive() {
        DataFrame frame = frames.query(request -> request.sql(
                        "SELECT toInt8(-number) AS a, toUInt8(255 - number) AS b,"
                                + " toUInt16(65535 - number) AS c, toInt32(number) AS d, toUInt32(4294967295 - number) AS e,"
                                + " toInt64(-number) AS f, number AS g, toFloat32(number / 4) AS h, number / 4 AS i,"
                                + " CAST(number % 2 = 0, 'Bool') AS j, toLowCardinality(toInt64(number % 3)) AS k FROM numbers(100)")
                .setting("max_block_size", 30)
                .setting("allow_suspicious_low_cardinality_types", 1));
        assertThat(frame.getColumn("a").castAsInt().getInt(99)).isEqualTo(-99);
        assertThat(frame.getColumn("b")).isInstanceOf(IntSeries.class);
        assertThat(frame.getColumn("b").castAsInt().getInt(0)).isEqualTo(255);
        assertThat(frame.getColumn("c").castAsInt().getInt(99)).isEqualTo(65436);
        assertThat(frame.getColumn("d")).isInstanceOf(IntSeries.class);
        assertThat(frame.getColumn("e").castAsLong().getLong(0)).isEqualTo(4294967295L);
        assertThat(frame.getColumn("f")).isInstanceOf(LongSeries.class);
        assertThat(frame.getColumn("g").castAsLong().getLong(99)).isEqualTo(99);
        assertThat(frame.getColumn("h")).isInstanceOf(FloatSeries.class);
        assertThat(frame.getColumn("i")).isInstanceOf(DoubleSeries.class);
        assertThat(frame.getColumn("i").castAsDouble().getDouble(99)).isEqualTo(24.75);
        assertThat(frame.getColumn("j")).isInstanceOf(BooleanSeries.class);
        assertThat(frame.getColumn("k").castAsLong().getLong(98)).isEqualTo(2);
    }

    @Test
    void unsignedNumbersBeyondLongAreExact() {
        DataFrame frame = frames.query("SELECT toUInt64(18446744073709551615) AS v UNION ALL SELECT 1");
        assertThat(frame.<Object>getColumn("v"))
                .containsExactlyInAnyOrder(new BigInteger("18446744073709551615"), BigInteger.ONE);
    }

    @Test
    void nullIsAnObjectOrTheTypesDefault() {
        String sql = "SELECT if(number = 1, NULL, toInt32(number + 5)) AS i, if(number = 1, NULL, number / 2) AS d,"
                + " if(number = 1, NULL, toString(number)) AS s FROM numbers(3)";
        DataFrame objects = frames.query(sql);
        assertThat(objects.<Object>getColumn("i")).containsExactly(5, null, 7);
        assertThat(objects.<Object>getColumn("d")).containsExactly(0.0, null, 1.0);
        DataFrame defaults = frames.with(FrameNulls.DEFAULTS).query(sql);
        assertThat(defaults.getColumn("i")).isInstanceOf(IntSeries.class);
        assertThat(defaults.<Object>getColumn("i")).containsExactly(5, 0, 7);
        assertThat(defaults.<Object>getColumn("d")).containsExactly(0.0, Double.NaN, 1.0);
        assertThat(defaults.<Object>getColumn("s")).containsExactly("0", null, "2");
    }

    @Test
    void timesHaveTheZoneOfTheirColumn() {
        DataFrame frame = frames.query("SELECT toDateTime64('2024-07-01 12:00:00.123456789', 9, 'Europe/Berlin') AS t");
        assertThat(frame.<Object>getColumn("t"))
                .containsExactly(ZonedDateTime.of(2024, 7, 1, 12, 0, 0, 123_456_789, ZoneId.of("Europe/Berlin")));
    }

    @Test
    void textsAndTimesAreMadeWhenTheyAreAskedFor() {
        DataFrame frame = frames.query(request -> request.sql(
                        "SELECT toString(number) AS s, if(number % 3 = 0, NULL, concat('é', toString(number))) AS n,"
                                + " toDate('2026-01-01') + number AS d, toDateTime64(number, 3, 'UTC') AS t FROM numbers(100)")
                .setting("max_block_size", 30));
        Series<String> texts = frame.getColumn("s");
        assertThat(texts.get(99)).isEqualTo("99").isNotSameAs(texts.get(99));
        assertThat(texts.get(0)).isEqualTo("0");
        assertThat(texts).hasSize(100).contains("30", "59", "60");
        assertThat(frame.<Object>getColumn("n").head(5)).containsExactly(null, "é1", "é2", null, "é4");
        assertThat(frame.getColumn("d").get(31)).isEqualTo(java.time.LocalDate.of(2026, 2, 1));
        assertThat(frame.getColumn("t").get(61))
                .isEqualTo(java.time.Instant.ofEpochSecond(61).atZone(ZoneId.of("UTC")));
        assertThatThrownBy(() -> texts.get(100)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> texts.get(-1)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void seriesOfTextsDoAllThatSeriesDo() {
        DataFrame frame = frames.query(
                request -> request.sql("SELECT number % 5 = 0 ? NULL : toString(number) AS s FROM numbers(100)")
                        .setting("max_block_size", 7));
        Series<String> texts = frame.getColumn("s");
        assertThat(texts.select(text -> text != null && text.endsWith("7"))).hasSize(10);
        assertThat(texts.selectRange(6, 9)).containsExactly("6", "7", "8");
        assertThat(texts.select(1, 99, 5)).containsExactly("1", "99", null);
        assertThat(texts.select(text -> text != null)
                        .sort(Comparator.reverseOrder())
                        .get(0))
                .isEqualTo("99");
        assertThat(texts.unique()).hasSize(81);
        assertThat(texts.fillNulls("none").get(5)).isEqualTo("none");
        assertThat(texts.fillNullsForward().get(5)).isEqualTo("4");
        assertThat(texts.fillNullsBackwards().get(5)).isEqualTo("6");
        assertThat(texts.fillNullsFromSeries(texts.map(text -> text == null ? "x" : text))
                        .get(95))
                .isEqualTo("x");
        Series<String> made = texts.materialize();
        assertThat(made).containsExactlyElementsOf(texts);
        assertThat(made.get(1)).isSameAs(made.get(1)).isSameAs(texts.get(1));
    }

    @Test
    void whatHasNoObjectIsSeenAtOnce() {
        assertThatThrownBy(() -> frames.query("SELECT unhex('FF') AS s")).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> frames.query("SELECT arrayJoin([NULL, unhex('FF')]) AS s"))
                .isInstanceOf(ConversionException.class);
        // Bytes of rows that are NULL, and texts beyond ASCII, are no failure.
        assertThat(frames.query("SELECT 'ü' AS s").getColumn("s").get(0)).isEqualTo("ü");
    }

    @Test
    void anEmptyResultKeepsItsColumns() {
        DataFrame frame = frames.query("SELECT 1 AS a, 'x' AS b WHERE 0");
        assertThat(frame.getColumnsIndex().toArray()).containsExactly("a", "b");
        assertThat(frame.height()).isZero();
        engine.text("CREATE OR REPLACE TABLE " + TABLE + " (a Int32, b String) ENGINE = Memory");
        assertThat(frames.insert(TABLE, frame).writtenRows()).isZero();
    }

    @Test
    void aStreamGivesAFrameForEachBlock() {
        try (Stream<DataFrame> stream = frames.stream(
                request -> request.sql("SELECT number AS n FROM numbers(100)").setting("max_block_size", 10))) {
            assertThat(stream.mapToInt(DataFrame::height).limit(3)).containsExactly(10, 10, 10);
        }
        assertThat(client.connections().orElseThrow().leased()).isZero();
    }

    @Test
    void aFrameOfOnesOwnIsInserted() {
        engine.text("CREATE OR REPLACE TABLE " + TABLE
                + " (a UInt8, b Nullable(String), c Int64 DEFAULT 7) ENGINE = Memory");
        DataFrame frame = DataFrame.byColumn("b", "a").of(Series.of("x", null), Series.ofInt(1, 255));
        frames.insert(TABLE, frame);
        assertThat(engine.text("SELECT * FROM " + TABLE + " ORDER BY a")).isEqualTo("1\tx\t7\n255\t\\N\t7");
        DataFrame tooGreat = DataFrame.byColumn("a").of(Series.ofInt(256));
        assertThatThrownBy(() -> frames.insert(TABLE, tooGreat))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"a\"")
                .hasMessageContaining("256");
    }
}
