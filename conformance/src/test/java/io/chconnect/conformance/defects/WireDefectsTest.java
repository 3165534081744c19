package io.chconnect.conformance.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.MalformedDataException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.types.DataTypes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ClickHouseServerTest
@Timeout(60)
class WireDefectsTest {
    private final EngineHttp engine;
    private Probe probe;

    WireDefectsTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
    }

    @BeforeEach
    void open(ClickHouseServer server) {
        probe = new Probe(server, "wire_defects");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 54032, 54404, 54405, 54454, 54465, 54480, 54483})
    void blocksOfEveryRevisionAreRead(int revision) {
        byte[] bytes = engine.nativeBytes(
                "SELECT number AS n, toString(number) AS s, if(number % 50 = 0, number, 0) AS sparse"
                        + " FROM numbers(100) LIMIT 100",
                revision);
        List<Block> blocks = Blocks.read(ByteSource.of(bytes), revision).stream()
                .filter(block -> block.rowCount() > 0)
                .toList();
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).column("s").get(99)).isEqualTo("99");
        assertThat(blocks.get(0).column("sparse").getLong(50)).isEqualTo(50);
    }

    @Test
    void aBlockWithoutRowsHasNeitherPrefixNorData() {
        byte[] one = engine.nativeBytes("SELECT toLowCardinality('a') AS v", ProtocolRevision.NONE);
        String type = "LowCardinality(String)";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(1);
        bytes.write(0);
        bytes.write(1);
        bytes.write('v');
        bytes.write(type.length());
        bytes.writeBytes(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        bytes.writeBytes(one);

        List<Block> blocks = Blocks.read(ByteSource.of(bytes.toByteArray()), ProtocolRevision.NONE);

        assertThat(blocks).extracting(Block::rowCount).containsExactly(0, 1);
        assertThat(blocks.get(1).column(0).get(0)).isEqualTo("a");
    }

    @Test
    void theZoneOfADateTimeArrives() {
        try (QueryResult result = probe.client().query("SELECT toDateTime(0, 'Asia/Kathmandu') AS v")) {
            assertThat(result.columns().get(0).type().name()).isEqualTo("DateTime('Asia/Kathmandu')");
        }
    }

    @Test
    void aDictionaryStaysOneWhenItArrives() {
        byte[] bytes = engine.nativeBytes("SELECT toLowCardinality('a') AS v");
        assertThat(Blocks.readColumn(bytes)).isInstanceOf(LowCardinalityColumn.class);
    }

    @Test
    void prefixesOfAllPartsComeBeforeTheDataOfTheWhole() {
        String type = "Tuple(Array(Map(LowCardinality(String), Array(LowCardinality(Nullable(String))))), "
                + "Array(Variant(LowCardinality(String), UInt8)), Array(Dynamic), Array(JSON))";
        byte[] bytes = engine.nativeBytes("SELECT CAST(tuple([map('k', ['x', NULL])], [toUInt8(number)],"
                + " [toString(number)], ['{\"a\":1}']), '" + type + "') AS v FROM numbers(3)");
        Column column = Blocks.readColumn(bytes);
        assertThat(column.type().name()).isEqualTo(type);
        assertThat(column.getText(2)).isEqualTo("([{'k':['x',NULL]}],[2],['2'],['{\"a\":1}'])");
        assertThat(Blocks.readColumn(ByteSource.of(Blocks.write("v", column)), ProtocolRevision.NONE)
                        .get(2))
                .isEqualTo(column.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080808008", "ffffffff07", "ffffffff0f", "80808080808001", "ffffffffffffffffff01"})
    void aLengthOfTwoGigabytesOrMoreIsNeverNegative(String length) {
        byte[] bytes = HexFormat.of().parseHex("01010176" + "06" + "537472696e67" + length + "61");
        assertThatThrownBy(() -> Blocks.read(ByteSource.of(bytes), ProtocolRevision.NONE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageNotContaining("-");
    }

    @Test
    void anEmptyArrayOfADictionaryHasNoDictionary() {
        byte[] bytes = engine.nativeBytes("SELECT CAST([], 'Array(LowCardinality(String))') AS v, 7 AS w");
        Block block =
                Blocks.read(ByteSource.of(bytes), ProtocolRevision.DEFAULT).get(0);
        assertThat(block.column("v").get(0)).isEqualTo(List.of());
        assertThat(block.column("w").getLong(0)).isEqualTo(7);
        assertThat(probe.written("Array(LowCardinality(String))", "toString(v)", List.of(), List.of("a"), List.of()))
                .containsExactly("[]", "['a']", "[]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 30_000, 65_535, 65_536, 70_000})
    void aDictionaryMayHaveAnyNumberOfEntries(int entries) {
        String sql = "SELECT toLowCardinality(toString(number % " + entries + ")) AS v FROM numbers(70000)";
        Column column = Blocks.readColumn(engine.nativeBytes(sql));
        assertThat(column.rowCount()).isEqualTo(70_000);
        assertThat(column.get(69_999)).isEqualTo(Integer.toString(69_999 % entries));
        engine.text("CREATE OR REPLACE TABLE wire_defects.d (v LowCardinality(String)) ENGINE = Memory");
        engine.insert("wire_defects.d", Blocks.write("v", column));
        assertThat(engine.text("SELECT count(), uniqExact(v) FROM wire_defects.d"))
                .isEqualTo("70000\t" + entries);
    }

    @Test
    void aDictionaryOfNumbersIsNotCutToItsLength() {
        Column column = Blocks.readColumn(
                engine.nativeBytes("SELECT CAST(number % 2, 'LowCardinality(UInt32)') AS v FROM numbers(7)"));
        assertThat(java.util.stream.IntStream.range(0, column.rowCount()).mapToLong(column::getLong))
                .containsExactly(0L, 1L, 0L, 1L, 0L, 1L, 0L);
    }

    @Test
    void nullIsAnEntryOfADictionaryAndHasNoMap() {
        assertThat(probe.values("SELECT arrayJoin([NULL, '', 'a', NULL])::LowCardinality(Nullable(String))"))
                .isEqualTo(Arrays.asList(null, "", "a", null));
        assertThat(probe.written("LowCardinality(Nullable(String))", "ifNull(v, 'none')", null, "", "a", null))
                .containsExactly("none", "", "a", "none");
    }

    @Test
    void aLongTextIsReadFromSingleBytes() {
        byte[] bytes = engine.nativeBytes("SELECT repeat('aé', 100000) AS v");
        Column column = Blocks.readColumn(Blocks.split(bytes, 1), ProtocolRevision.DEFAULT);
        assertThat(column.get(0)).isEqualTo("aé".repeat(100_000));
    }

    @Test
    void columnsMayHaveAnyNames() {
        String name = "столбец с `пробелом` и \"кавычкой\"";
        try (QueryResult result = probe.client().query("SELECT 1 AS `" + name.replace("`", "\\`") + "`")) {
            assertThat(result.columns().get(0).name()).isEqualTo(name);
        }
        assertThat(DataTypes.parse("Tuple(`a b` UInt8)").name()).isEqualTo("Tuple(`a b` UInt8)");
    }
}
