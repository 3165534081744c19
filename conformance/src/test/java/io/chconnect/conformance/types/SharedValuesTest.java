package io.chconnect.conformance.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.ProtocolRevision;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.MalformedDataException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.Blocks;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.types.value.TypedVariant;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of a shared variant whose types do not stand there in the form that the engine itself gives them. */
@ClickHouseServerTest
@Timeout(60)
class SharedValuesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String TYPE = "Dynamic(max_types=0)";
    private static final String TABLE = "shared_values.t";

    private final EngineHttp engine;

    SharedValuesTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS shared_values ENGINE = Atomic");
        engine.text("CREATE OR REPLACE TABLE " + TABLE + " (v " + TYPE + ") ENGINE = Memory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Array(Variant(…)): the members twice, in another order, beside Nothing
                "1e 2a 02 01 01 | 01 00 07 | Array(Variant(UInt8)) | [7]",
                "1e 2a 02 01 15 | 02 00 01 61 01 07 | Array(Variant(String, UInt8)) | ['a',7]",
                "1e 2a 02 00 01 | 02 00 07 ff | Array(Variant(UInt8)) | [7,NULL]",
                "1e 2a 03 01 2e 03 61 6e 79 00 01 00 15 | 01 01 07 | Array(Variant(String, UInt8)) | [7]",
                "1e 2a 03 00 0d 1e 2a 02 00 01 | 00 | Array(Variant(Array(Variant(UInt8)), Float32)) | []",
                "1e 12 00 | 00 | Array(DateTime) | []",
                "1e 14 03 00 | 00 | Array(DateTime64(3)) | []",
                "1e 23 00 | 02 01 01 | Array(Nullable(Nothing)) | [NULL,NULL]"
            })
    void weReadWhatTheEngineReads(String type, String value, String name, String text) {
        byte[] block = block(type + value);

        engine.insert(TABLE, block);
        DynamicColumn column = (DynamicColumn) Blocks.readColumn(ByteSource.of(block), ProtocolRevision.NONE);

        assertThat(engine.text("SELECT dynamicType(v), toString(v) FROM " + TABLE + " FORMAT TSVRaw"))
                .isEqualTo(name + "\t" + text);
        TypedVariant typed = Objects.requireNonNull(column.typed(0));
        assertThat(typed.type().name()).isEqualTo(name);
        assertThat(column.getText(0)).isEqualTo(text);

        engine.insert(TABLE, Blocks.write("v", column));
        assertThat(engine.text("SELECT uniqExact(dynamicType(v), toString(v)), count() FROM " + TABLE))
                .isEqualTo("1\t2");
    }

    @ParameterizedTest
    @CsvSource({"1e 2a 01 00, 01 ff", "1e 2a 00, 00", "1e 2a 01 2e 03 61 6e 79 00 01 00, 00"})
    void aVariantThatCanHoldNothingIsRefusedHereAndThere(String type, String value) {
        byte[] block = block(type + value);

        engine.insert(TABLE, block);

        assertThat(engine.accepts("SELECT dynamicType(v) FROM " + TABLE)).isFalse();
        assertThatThrownBy(() -> Blocks.readColumn(ByteSource.of(block), ProtocolRevision.NONE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Variant needs at least one type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 01 00 01 | the name of an element must not be empty",
                "20 02 01 61 01 01 61 01 | the element name `a` is there twice",
                "2f 00 | Nested needs at least one element",
                "2f 01 00 01 | the name of an element must not be empty",
                "30 00 91 4e 00 00 00 00 | max_dynamic_paths of a JSON cannot be 10001",
                "30 00 00 ff 00 00 00 | max_dynamic_types of a JSON cannot be 255",
                "30 00 00 00 01 02 61 62 01 01 01 61 00 | the path `ab` has a type and is skipped"
            })
    void aTypeThatIsNoneIsRefusedHereAndThere(String type, String problem) {
        byte[] block = block("1e" + type + "00");
        engine.insert(TABLE, block);

        assertThat(engine.accepts("SELECT dynamicType(v) FROM " + TABLE)).isFalse();
        assertThatThrownBy(() -> Blocks.readColumn(ByteSource.of(block), ProtocolRevision.NONE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2b ff | Dynamic(max_types=255)",
                "30 00 00 00 01 00 01 00 00 | JSON(`` UInt8)",
                "30 00 00 00 00 01 00 00 | JSON(SKIP ``)"
            })
    void aTypeWhoseNameTheEngineRefusesIsRefusedHere(String type, String name) {
        byte[] block = block("1e" + type + "00");
        engine.insert(TABLE, block);

        assertThat(engine.accepts("SELECT dynamicType(v) FROM " + TABLE)).isTrue();
        assertThat(engine.accepts("SELECT NULL::Array(" + name + ")")).isFalse();
        assertThatThrownBy(() -> Blocks.readColumn(ByteSource.of(block), ProtocolRevision.NONE))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("a type that is not one");
    }

    @Test
    void nothingInAVariantOfATableIsLeftOut() {
        assertThat(engine.text(
                        "SELECT toTypeName(NULL::Variant(Nothing, SimpleAggregateFunction(any, Nothing), UInt8))"))
                .isEqualTo("Variant(UInt8)");
        assertThat(engine.accepts("SELECT NULL::Variant(Nothing)")).isFalse();
        assertThat(engine.accepts("SELECT NULL::Variant(SimpleAggregateFunction(any, Nothing))"))
                .isFalse();
    }

    /** A block whose only value is in the shared variant. */
    private static byte[] block(String hex) {
        byte[] shared = HEX.parseHex(hex.replace(" ", ""));
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {1, 1, 1, 'v', (byte) TYPE.length()});
        block.writeBytes(TYPE.getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(HEX.parseHex("0200000000000000" + "00" + "0000000000000000" + "00"));
        block.write(shared.length);
        block.writeBytes(shared);
        return block.toByteArray();
    }
}
