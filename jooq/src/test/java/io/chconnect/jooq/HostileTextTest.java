package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** Random texts come back as they went, wherever they stand in a statement. */
@DatabaseTest
class HostileTextTest {
    private static final int TEXTS = 10_000;
    private static final int BATCH = 250;
    private static final long SEED = 20_261_125;
    private static final String[] PARTS = {
        "'", "\"", "`", "\\", "\\'", "\\\\", "--", "/*", "*/", ";", "?", "{", "}", "{a:String}", ":x", "%", "_", "\\%",
                "\\_",
        "\n", "\t", "\r", "\b", "\0", "\u0001", "a", "Z", "0", "x41", "ß", "İ", "中", "😀", " ", "$$", "heredoc", "NULL",
                "\u2018",
        "\u201c", "\u00a0", "{{", "}}", "{0}", "${x}", "||", "!", "&"
    };

    private final DSLContext dsl;
    private final List<String> texts = texts();

    HostileTextTest(TestDatabase.Scratch database) {
        dsl = ClickHouseDSL.using(database.client());
    }

    private static List<String> texts() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int j = 0; j <= length; j++) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private List<List<String>> batches() {
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += BATCH) {
            batches.add(texts.subList(i, i + BATCH));
        }
        return batches;
    }

    private static List<Object> values(Record row) {
        return java.util.Arrays.asList(row.intoArray());
    }

    @Test
    void inlinedTextsComeBack() {
        for (List<String> batch : batches()) {
            List<Field<String>> fields = batch.stream()
                    .map(t -> inline(t))
                    .map(f -> (Field<String>) f)
                    .toList();
            Record row = dsl.select(named(fields)).fetchSingle();
            assertThat(values(row)).as("seed " + SEED).isEqualTo(batch);
        }
    }

    @Test
    void boundTextsComeBack() {
        for (List<String> batch : batches()) {
            List<Field<String>> fields =
                    batch.stream().map(t -> (Field<String>) val(t)).toList();
            Record row = dsl.select(named(fields)).fetchSingle();
            assertThat(values(row)).as("seed " + SEED).isEqualTo(batch);
        }
    }

    @Test
    void boundTextsOfAStaticStatementComeBack() {
        DSLContext inlining = using(dsl.configuration()
                .derive(ClickHouseDSL.settings().withStatementType(org.jooq.conf.StatementType.STATIC_STATEMENT)));
        for (List<String> batch : batches()) {
            List<Field<String>> fields =
                    batch.stream().map(t -> (Field<String>) val(t)).toList();
            assertThat(values(inlining.select(named(fields)).fetchSingle())).isEqualTo(batch);
        }
    }

    /** The server takes no more than 1,000 parameters; a longer statement carries its values in its text. */
    @Test
    void moreValuesThanTheServerTakesParametersComeBack() {
        List<Field<String>> fields = texts.subList(0, 1_500).stream()
                .map(t -> (Field<String>) val(t))
                .toList();
        assertThat(values(dsl.select(named(fields)).fetchSingle())).isEqualTo(texts.subList(0, 1_500));
    }

    /** Aliases, each read back by its name from an outer query. */
    @Test
    void namesComeBack() {
        for (List<String> batch : batches()) {
            List<String> distinct = batch.stream().distinct().toList();
            List<Field<Integer>> inner = new ArrayList<>();
            List<Field<Integer>> outer = new ArrayList<>();
            for (int i = 0; i < distinct.size(); i++) {
                inner.add(inline(i).as(name(distinct.get(i))));
                outer.add(field(name("x", distinct.get(i)), SQLDataType.INTEGER));
            }
            var result = dsl.select(outer).from(select(inner).asTable("x")).fetch();
            for (int i = 0; i < distinct.size(); i++) {
                assertThat(result.get(0).get(i)).as(distinct.get(i)).isEqualTo(i);
            }
        }
    }

    /** The server's own names of columns, through JDBC. */
    @Test
    void namesAreTheColumnsOfTheResult() {
        for (List<String> batch : batches()) {
            List<String> distinct = batch.stream().distinct().toList();
            List<Field<Integer>> fields =
                    distinct.stream().map(t -> inline(1).as(name(t))).toList();
            var result = dsl.resultQuery(dsl.renderInlined(select(fields))).fetch();
            assertThat(java.util.Arrays.stream(result.fields())
                            .map(Field::getName)
                            .toList())
                    .isEqualTo(distinct);
        }
    }

    /** A pattern with its special characters escaped fits the text alone. */
    @Test
    void likePatternsAreSafe() {
        for (List<String> batch : batches()) {
            List<Field<Boolean>> fields = new ArrayList<>();
            for (String text : batch) {
                String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
                fields.add(field(val(text).like(inline(pattern))));
                fields.add(field(inline(text).like(val(pattern))));
                fields.add(field(inline("x" + text + "y").contains(text)));
            }
            Record row = dsl.select(named(fields)).fetchSingle();
            for (int i = 0; i < row.size(); i++) {
                assertThat(row.get(i)).as(batch.get(i / 3)).isEqualTo(true);
            }
        }
    }

    private static <T> List<Field<T>> named(List<Field<T>> fields) {
        List<Field<T>> named = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            named.add(fields.get(i).as("f" + i));
        }
        return named;
    }
}
