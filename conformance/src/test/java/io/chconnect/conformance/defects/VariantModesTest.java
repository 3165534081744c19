package io.chconnect.conformance.defects;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.Column;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.testkit.types.EngineHttp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine writes discriminators compactly only into its tables, but reads both modes from everybody. */
@ClickHouseServerTest
@Timeout(60)
class VariantModesTest {
    private static final String HEADER = "0105" + "0176" + "16" + "56617269616e7428537472696e672c2055496e743829";
    private static final String BASIC = "0000000000000000";
    private static final String COMPACT = "0100000000000000";

    private final EngineHttp engine;

    VariantModesTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS variant_modes ENGINE = Atomic");
    }

    @ParameterizedTest
    @CsvSource({
        // 'a', 7, NULL, 'b', 8 in one part as it is, and in parts
        BASIC + ", 0001ff0001",
        COMPACT + ", 05000001ff0001",
        COMPACT + ", 02000001" + "01" + "01ff" + "02000001",
        COMPACT + ", 010100" + "010101" + "0101ff" + "010100" + "010001",
    })
    void theEngineAndWeReadBothModesAlike(String mode, String discriminators) {
        byte[] bytes = HexFormat.of().parseHex(HEADER + mode + discriminators + "0161" + "0162" + "07" + "08");
        engine.text("CREATE OR REPLACE TABLE variant_modes.t (v Variant(String, UInt8)) ENGINE = Memory");

        engine.insert("variant_modes.t", bytes);

        assertThat(engine.text("SELECT groupArray(if(isNull(v), 'NULL', toString(v))) FROM variant_modes.t"))
                .isEqualTo("['a','7','NULL','b','8']");
        Column column = Blocks.readColumn(ByteSource.of(bytes), ProtocolRevision.NONE);
        assertThat(Arrays.asList(column.get(0), column.get(1), column.get(2), column.get(3), column.get(4)))
                .isEqualTo(Arrays.asList("a", (short) 7, null, "b", (short) 8));
    }

    @ParameterizedTest
    @CsvSource({COMPACT + ", 050100", COMPACT + ", 0501ff", COMPACT + ", 030101" + "020101"})
    void oneDiscriminatorMayStandForManyRows(String mode, String discriminators) {
        String values = discriminators.equals("050100")
                ? "0161".repeat(5)
                : discriminators.equals("0501ff") ? "" : "07".repeat(5);
        byte[] bytes = HexFormat.of().parseHex(HEADER + mode + discriminators + values);
        engine.text("CREATE OR REPLACE TABLE variant_modes.o (v Variant(String, UInt8)) ENGINE = Memory");

        engine.insert("variant_modes.o", bytes);

        String text = engine.text("SELECT groupArray(if(isNull(v), 'NULL', toString(v))) FROM variant_modes.o");
        Column column = Blocks.readColumn(ByteSource.of(bytes), ProtocolRevision.NONE);
        assertThat("['" + String.join("','", texts(column)) + "']").isEqualTo(text);
    }

    @Test
    void aTableInCompactFormIsReadAsEveryOther() {
        for (int compact = 0; compact <= 1; compact++) {
            engine.text("CREATE OR REPLACE TABLE variant_modes.m (n UInt32, v Variant(String, UInt8), d Dynamic)"
                    + " ENGINE = MergeTree ORDER BY n"
                    + " SETTINGS use_compact_variant_discriminators_serialization = " + compact
                    + ", min_bytes_for_wide_part = 0");
            engine.text("INSERT INTO variant_modes.m SELECT number, if(number < 9000, number::UInt8, 'x'), number"
                    + " FROM numbers(10000)");
            Column column = Blocks.readColumn(engine.nativeBytes("SELECT v FROM variant_modes.m ORDER BY n"));
            assertThat(column.get(5)).isEqualTo((short) 5);
            assertThat(column.get(9_999)).isEqualTo("x");
            assertThat(Blocks.readColumn(engine.nativeBytes("SELECT d FROM variant_modes.m ORDER BY n"))
                            .getText(9_999))
                    .isEqualTo("9999");
        }
    }

    private static List<String> texts(Column column) {
        return java.util.stream.IntStream.range(0, column.rowCount())
                .mapToObj(row -> column.get(row) == null ? "NULL" : column.getText(row))
                .toList();
    }
}
