package io.chconnect.conformance.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.testkit.types.EngineHttp;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Dynamic in which a type stands twice. */
@ClickHouseServerTest
@Timeout(60)
class DynamicTypesTest {
    private static final String TABLE = "dynamic_types.t";
    private static final String VERSION_2 = "0200000000000000";
    private static final String BASIC = "0000000000000000";
    private static final String UINT8 = hex("\u0005UInt8");
    private static final String HEADER = "0102" + hex("\u0001v\u0007Dynamic");
    private static final String FLATTENED =
            " SETTINGS output_format_native_use_flattened_dynamic_and_json_serialization = 1";

    private final EngineHttp engine;

    DynamicTypesTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS dynamic_types ENGINE = Atomic");
        engine.text("CREATE OR REPLACE TABLE " + TABLE + " (v Dynamic) ENGINE = Memory");
    }

    @Test
    void aTypeThatIsListedTwiceIsOneHereAndThere() {
        byte[] block = bytes(HEADER + VERSION_2 + "02" + UINT8 + UINT8 + BASIC + "0101" + "0708");

        engine.insert(TABLE, block);

        assertThat(engine.text("SELECT groupArray(toString(v)) FROM " + TABLE)).isEqualTo("['7','8']");
        assertSevenAndEight(Blocks.readColumn(ByteSource.of(block), ProtocolRevision.NONE));
    }

    @Test
    void theEngineFlattensATypeTwiceThatIsAlsoInTheSharedVariant() {
        String shared = "02" + "0108";
        engine.insert(TABLE, bytes(HEADER + VERSION_2 + "01" + UINT8 + BASIC + "0100" + shared + "07"));
        assertThat(engine.text("SELECT groupArray((toString(v), isDynamicElementInSharedData(v))) FROM " + TABLE))
                .isEqualTo("[('7',false),('8',true)]");

        byte[] flattened = engine.nativeBytes("SELECT v FROM " + TABLE + FLATTENED);
        byte[] plain = engine.nativeBytes("SELECT v FROM " + TABLE);

        assertThat(HexFormat.of().formatHex(flattened)).endsWith("02" + UINT8 + UINT8 + "0001" + "0708");
        assertSevenAndEight(Blocks.readColumn(flattened));
        assertSevenAndEight(Blocks.readColumn(plain));
    }

    private void assertSevenAndEight(Column column) {
        assertThat(((DynamicColumn) column).members()).hasSize(1);
        assertThat(column.get(0)).isEqualTo((short) 7);
        assertThat(column.get(1)).isEqualTo((short) 8);

        engine.text("TRUNCATE TABLE " + TABLE);
        engine.insert(TABLE, Blocks.write("v", column));
        assertThat(engine.text("SELECT groupArray((dynamicType(v), toString(v), isDynamicElementInSharedData(v))) FROM "
                        + TABLE))
                .isEqualTo("[('UInt8','7',false),('UInt8','8',false)]");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
