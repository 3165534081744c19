package io.chconnect.benchmarks.path.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that a server makes.
 *
 * @param name what tables call them
 * @param columns the expressions of a row, by {@code number}
 */
public record DataSet(String name, List<String> columns) {
    /** All sets beside the five columns. */
    public static List<DataSet> all() {
        return List.of(
                new DataSet("short ASCII strings", List.of("toString(number % 100000)", "hex(toUInt32(number))")),
                new DataSet(
                        "long strings, not ASCII",
                        List.of("concat('Größe ', repeat('ä', 100), toString(number))", "repeat('данные', 20)")),
                new DataSet(
                        "LowCardinality",
                        List.of(
                                "toLowCardinality(concat('city ', toString(number % 1000)))",
                                "toLowCardinality(toString(number % 10))")),
                new DataSet(
                        "Nullable",
                        List.of(
                                "if(number % 3 = 0, NULL, number)",
                                "if(number % 2 = 0, NULL, toFloat64(number))",
                                "if(number % 5 = 0, NULL, toString(number))")),
                new DataSet(
                        "arrays and maps",
                        List.of(
                                "range(number % 8)",
                                "arrayMap(x -> toString(x), range(number % 4))", "map('a', number, 'b', number + 1)")),
                new DataSet(
                        "decimals",
                        List.of("toDecimal32(number % 1000, 2)", "toDecimal64(number, 4)", "toDecimal128(number, 10)")),
                new DataSet(
                        "dates and times",
                        List.of(
                                "toDate(number % 20000)",
                                "toDateTime(1700000000 + number, 'UTC')",
                                "toDateTime64(1700000000 + number / 1000, 3, 'Europe/Berlin')")),
                new DataSet("100 mixed columns", wide()));
    }

    /** The query for a number of rows. */
    public String select(long rows) {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append(columns.get(i))
                    .append(" AS c")
                    .append(i);
        }
        return sql + " FROM numbers(" + rows + ")";
    }

    /** The query whose answer is the count of all values that are not NULL. */
    public String valueCount(long rows) {
        StringBuilder sql = new StringBuilder("SELECT 0");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(" + count(c").append(i).append(')');
        }
        return sql + " FROM (" + select(rows) + ")";
    }

    private static List<String> wide() {
        List<String> kinds = List.of(
                "toInt32(number + %d)",
                "toUInt64(number * %d)",
                "number / %d",
                "toString(number %% 1%d)",
                "if(number %% %d = 0, NULL, toInt64(number))",
                "toDate(number %% 1000 + %d)",
                "toLowCardinality(toString(number %% 1%d))",
                "toUInt8(number + %d)",
                "toDecimal64(number %% %d, 3)",
                "toDateTime(number + %d, 'UTC')");
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            columns.add(String.format(kinds.get(i % kinds.size()), i + 1));
        }
        return columns;
    }
}
