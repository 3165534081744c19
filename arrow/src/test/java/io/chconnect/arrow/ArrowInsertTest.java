package io.chconnect.arrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inserts of vectors that others made. */
@ClickHouseServerTest
@Timeout(60)
class ArrowInsertTest extends ArrowTestBase {
    ArrowInsertTest(ClickHouseServer server) {
        super(server, "arrow_insert");
    }

    private void table(String columns) {
        client.command("CREATE OR REPLACE TABLE t (" + columns + ") ENGINE = Memory");
    }

    private String rows() {
        return engine.text("SELECT * FROM arrow_insert.t ORDER BY ALL FORMAT CSV");
    }

    @Test
    void columnsAreFoundByNameInAnyOrderAndOthersGetTheirDefaults() {
        table("a Int32, b Nullable(String), c Int64 DEFAULT 7");
        try (IntVector a = new IntVector("a", allocator);
                VarCharVector b = new VarCharVector("b", allocator)) {
            a.allocateNew(2);
            a.set(0, 1);
            a.set(1, 2);
            a.setValueCount(2);
            b.allocateNew(2);
            b.setSafe(0, "é".getBytes(UTF_8));
            b.setNull(1);
            b.setValueCount(2);
            assertThat(arrow.insert("t", List.of(b, a)).writtenRows()).isEqualTo(2);
        }
        assertThat(rows()).isEqualTo("1,\"é\",7\n2,\\N,7");
    }

    @Test
    void valuesOfAnotherTypeAreConvertedOrRefused() {
        table("a Int8");
        try (BigIntVector a = new BigIntVector("a", allocator)) {
            a.allocateNew(2);
            a.set(0, 127);
            a.set(1, -128);
            a.setValueCount(2);
            arrow.insert("t", List.of(a));
            assertThat(rows()).isEqualTo("-128\n127");
            a.set(1, 128);
            assertThatThrownBy(() -> arrow.insert("t", List.of(a)))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("Column \"a\", row 1")
                    .hasMessageContaining("128");
        }
        assertThat(rows()).isEqualTo("-128\n127");
    }

    @Test
    void nullIsRefusedWhereTheColumnHasNone() {
        table("a Int32");
        try (IntVector a = new IntVector("a", allocator)) {
            a.allocateNew(2);
            a.set(0, 1);
            a.setNull(1);
            a.setValueCount(2);
            assertThatThrownBy(() -> arrow.insert("t", List.of(a)))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("Column \"a\", row 1")
                    .hasMessageContaining("not nullable");
        }
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsRefused() {
        table("a Int32");
        try (IntVector b = new IntVector("b", allocator)) {
            assertThat(arrow.insert("t", List.<org.apache.arrow.vector.FieldVector>of())
                            .writtenRows())
                    .isZero();
            b.allocateNew(1);
            b.set(0, 1);
            b.setValueCount(1);
            assertThatThrownBy(() -> arrow.insert("t", List.of(b)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no column \"b\"");
        }
    }

    @Test
    void timesKeepTheirInstantAndWallTimesTakeTheZoneOfTheirColumn() {
        table("a DateTime('Europe/Berlin'), b DateTime64(3, 'Europe/Berlin')");
        try (TimeStampNanoTZVector a = new TimeStampNanoTZVector("a", allocator, "America/New_York");
                TimeStampMilliVector b = new TimeStampMilliVector("b", allocator)) {
            a.allocateNew(1);
            a.set(0, 1_700_000_000_000_000_000L);
            a.setValueCount(1);
            b.allocateNew(1);
            b.set(0, 1_700_000_000_123L);
            b.setValueCount(1);
            arrow.insert("t", List.of(a, b));
            assertThat(engine.text("SELECT toUnixTimestamp(a), toString(b) FROM arrow_insert.t"))
                    .isEqualTo("1700000000\t2023-11-14 22:13:20.123");
            a.set(0, 1_700_000_000_000_000_001L);
            assertThatThrownBy(() -> arrow.insert("t", List.of(a, b)))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("whole number");
        }
    }

    @Test
    void aWallTimeThatDoesNotExistIsRefused() {
        table("b DateTime64(3, 'Europe/Berlin')");
        try (TimeStampMilliVector b = new TimeStampMilliVector("b", allocator)) {
            b.allocateNew(1);
            b.set(0, java.time.LocalDateTime.of(2024, 3, 31, 2, 30).toEpochSecond(java.time.ZoneOffset.UTC) * 1000);
            b.setValueCount(1);
            assertThatThrownBy(() -> arrow.insert("t", List.of(b)))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("Europe/Berlin");
        }
    }

    @Test
    void dictionariesOfOthersAndViewsAreRead() {
        table("a LowCardinality(Nullable(String)), b Enum8('x' = 1, 'y' = 2), c String");
        FieldType type = new FieldType(
                true, ArrowType.Utf8.INSTANCE, new DictionaryEncoding(1, false, new ArrowType.Int(Short.SIZE, true)));
        try (VarCharVector entries = new VarCharVector("entries", allocator);
                VarCharVector plain = new VarCharVector("a", type, allocator);
                VarCharVector labels = new VarCharVector("b", type, allocator);
                ViewVarCharVector views = new ViewVarCharVector("c", allocator)) {
            entries.allocateNew(2);
            entries.setSafe(0, "y".getBytes(UTF_8));
            entries.setSafe(1, "x".getBytes(UTF_8));
            entries.setValueCount(2);
            plain.allocateNew(3);
            labels.allocateNew(3);
            views.allocateNew(3);
            for (int row = 0; row < 3; row++) {
                byte[] text = (row == 1 ? "x" : "y").getBytes(UTF_8);
                if (row != 2) {
                    plain.setSafe(row, text);
                }
                labels.setSafe(row, text);
                views.setSafe(
                        row,
                        "a text that does not fit into a view".substring(row).getBytes(UTF_8));
            }
            plain.setValueCount(3);
            labels.setValueCount(3);
            views.setValueCount(3);
            MapDictionaryProvider dictionaries = new MapDictionaryProvider();
            Dictionary dictionary = new Dictionary(entries, type.getDictionary());
            dictionaries.put(dictionary);
            try (var a = (org.apache.arrow.vector.FieldVector) DictionaryEncoder.encode(plain, dictionary);
                    var b = (org.apache.arrow.vector.FieldVector) DictionaryEncoder.encode(labels, dictionary)) {
                arrow.insert("t", new org.apache.arrow.vector.VectorSchemaRoot(List.of(a, b, views)), dictionaries);
            }
        }
        assertThat(engine.text("SELECT * FROM arrow_insert.t ORDER BY c")).isEqualTo("""
                        x\tx\t text that does not fit into a view
                        y\ty\ta text that does not fit into a view
                        \\N\ty\ttext that does not fit into a view""");
    }

    @Test
    void aTableIsMadeOfASchemaAndASchemaOfATable() {
        table(
                "a Int32, b LowCardinality(Nullable(String)), c DateTime64(4, 'Europe/Berlin'), d Map(String, Array(UUID))");
        Schema schema = arrow.schema("t");
        client.command("DROP TABLE IF EXISTS again");
        client.command(ArrowSchemas.table("again", schema).sql());
        assertThat(engine.text(
                        "SELECT name, type FROM system.columns WHERE database = 'arrow_insert' AND table = 'again'"
                                + " ORDER BY position"))
                .isEqualTo("a\tInt32\nb\tLowCardinality(Nullable(String))\nc\tDateTime64(4, \\'Europe/Berlin\\')\n"
                        + "d\tMap(String, Array(UUID))");
    }

    @Test
    void fieldsOfOthersHaveTheTypeOfTheirValues() {
        assertThat(type(true, new ArrowType.Int(16, false))).isEqualTo("Nullable(UInt16)");
        assertThat(type(false, ArrowType.LargeUtf8.INSTANCE)).isEqualTo("String");
        assertThat(type(false, new ArrowType.Decimal(12, 4, 128))).isEqualTo("Decimal(12, 4)");
        assertThat(type(true, new ArrowType.Time(org.apache.arrow.vector.types.TimeUnit.MICROSECOND, 64)))
                .isEqualTo("Nullable(Time64(6))");
        assertThat(type(true, new ArrowType.Timestamp(org.apache.arrow.vector.types.TimeUnit.NANOSECOND, "UTC")))
                .isEqualTo("Nullable(DateTime64(9, 'UTC'))");
        assertThatThrownBy(() -> type(
                        true, new ArrowType.FloatingPoint(org.apache.arrow.vector.types.FloatingPointPrecision.HALF)))
                .hasMessageContaining("\"f\"");
    }

    private static String type(boolean nullable, ArrowType type) {
        return ArrowSchemas.type(new Field("f", new FieldType(nullable, type, null), null))
                .name();
    }
}
