package io.chconnect.client.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScannerTest {
    private static String pieces(String sql) {
        StringBuilder text = new StringBuilder();
        for (SqlToken token : SqlScanner.scan(sql)) {
            text.append(token.kind().name().charAt(0))
                    .append('<')
                    .append(token.text(sql))
                    .append('>');
        }
        return text.toString();
    }

    @Test
    void textsNamesAndHeredocsAreWhole() {
        assertThat(pieces("'a\\'b''c' `x``y\\`z` \"q\"\"r\" \u2018it's\u2019 \u201Cn\u201D"))
                .isEqualTo("T<'a\\'b''c'>Q<`x``y\\`z`>Q<\"q\"\"r\">T<\u2018it's\u2019>Q<\u201Cn\u201D>");
        assertThat(pieces("$$ ? ; '$$ $tag$ $$ {a:Int8} $tag$ $x a$b$c"))
                .isEqualTo("H<$$ ? ; '$$>H<$tag$ $$ {a:Int8} $tag$>W<$x>W<a$b$c>");
    }

    @Test
    void commentsAreWhole() {
        assertThat(pieces("1 -- ; '\n2 # ?\n3 #!x\n4 /* a /* ; */ ' */ 5--x"))
                .isEqualTo("N<1>C<-- ; '\n>N<2>C<# ?\n>N<3>C<#!x\n>N<4>C</* a /* ; */ ' */>N<5>C<--x>");
        assertThat(pieces("a - b / c #x")).isEqualTo("W<a>S<->W<b>S</>W<c>S<#>W<x>");
    }

    @Test
    void numbersHoldTheirExponents() {
        assertThat(pieces("1e-5+0x1p+3-1.5E10 .5 1-2"))
                .isEqualTo("N<1e-5>S<+>N<0x1p+3>S<->N<1.5E10>S<.>N<5>N<1>S<->N<2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "`a\\", "\"a\"\"", "/* a /* b */", "\u2018a"})
    void whatHasNoEndSaysSo(String sql) {
        assertThat(SqlScanner.scan(sql))
                .hasSize(1)
                .first()
                .extracting(SqlToken::kind)
                .isEqualTo(Kind.UNTERMINATED);
    }

    @Test
    void anyTextIsTakenApartWithoutGapsOrOverlaps() {
        Random random = new Random(7);
        String characters = "a1_ \n;?$'\"`\\/*-#{}():.\u00a0\u2018\u2019xyz";
        for (int i = 0; i < 5000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                sql.append(characters.charAt(random.nextInt(characters.length())));
            }
            int at = 0;
            for (SqlToken token : SqlScanner.scan(sql.toString())) {
                assertThat(token.start()).isGreaterThanOrEqualTo(at);
                assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(sql.length());
                assertThat(sql.substring(at, token.start()).chars().allMatch(c -> SqlScanner.isBlank((char) c)))
                        .as(sql.toString())
                        .isTrue();
                at = token.end();
            }
        }
    }

    @Test
    void placeholdersAreFoundWhereTheServerFindsThem() {
        assertThat(Placeholder.of("SELECT { a : Array( Tuple(x Int8, y Enum8('}' = 1)) ) }, '{b:Int8}', {13_:Int8},"
                        + " {id$x:String} /* {c:Int8} */ -- {d:Int8}\n, $${e:Int8}$$, {'k': 1}, `{f:Int8}`"))
                .extracting(Placeholder::name, Placeholder::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "Array( Tuple(x Int8, y Enum8('}' = 1)) )"),
                        org.assertj.core.groups.Tuple.tuple("13_", "Int8"),
                        org.assertj.core.groups.Tuple.tuple("id$x", "String"));
        assertThat(Placeholder.of("SELECT {a:}, {:Int8}, {a:Int8")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1|SELECT",
                "  -- x|''",
                "/* insert */ (select 1)|SELECT",
                "with insert as (select 1) select 1|WITH",
                "'insert'|''"
            })
    void theFirstWordIsFound(String sql, String word) {
        assertThat(StatementText.of(sql).firstWord()).isEqualTo(word.equals("''") ? "" : word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT INTO t VALUES (1)|true",
                "insert t format CSV|true",
                "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x|true",
                "WITH insert AS (SELECT 1) SELECT * FROM insert|false",
                "SELECT ' INSERT INTO '; -- trailing|false",
                "SELECT {INSERT:Int32}|false",
                "WITH (SELECT 'INSERT INTO') AS x SELECT x|false"
            })
    void insertsAreRecognised(String sql, boolean insert) {
        assertThat(StatementText.of(sql).isInsert()).isEqualTo(insert);
    }

    @Test
    void terminatorsAtTheEndAreCutButNoData() {
        assertThat(StatementText.of("SELECT 13; /* inner; */ ;\u00a0").withoutTerminator())
                .isEqualTo("SELECT 13");
        assertThat(StatementText.of("SELECT ';' -- ;").withoutTerminator()).isEqualTo("SELECT ';'");
        assertThat(StatementText.of("INSERT INTO t FORMAT CSV a;").withoutTerminator())
                .isEqualTo("INSERT INTO t FORMAT CSV a;");
        assertThat(StatementText.of(" ; ").withoutTerminator()).isEmpty();
    }

    @Test
    void theFormatAtTheEndIsFound() {
        assertThat(StatementText.of("SELECT 1 FORMAT CSV;").format()).isEqualTo("CSV");
        assertThat(StatementText.of("SELECT 1 format JSON SETTINGS x = 1").format())
                .isEqualTo("JSON");
        assertThat(StatementText.of("SELECT format FROM t").format()).isEmpty();
        assertThat(StatementText.of("SELECT (SELECT 1 FORMAT CSV)").format()).isEmpty();
        assertThat(StatementText.of("INSERT INTO t FORMAT TSV").format()).isEqualTo("TSV");
    }

    @Test
    void severalStatementsAreKeptApart() {
        assertThat(StatementText.of("SELECT 1; ; SELECT ';' /* ; */ ; -- end").statements())
                .isEqualTo(List.of("SELECT 1", "SELECT ';'"));
        assertThat(StatementText.of("SELECT ?, '?', `?` /* ? */, $$?$$").questionMarks())
                .containsExactly(7);
    }
}
