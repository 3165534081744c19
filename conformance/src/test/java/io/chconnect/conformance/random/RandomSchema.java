package io.chconnect.conformance.random;

import io.chconnect.types.ArrayType;
import io.chconnect.types.DataType;
import io.chconnect.types.MapType;
import io.chconnect.types.NestedType;
import io.chconnect.types.SimpleAggregateFunctionType;
import io.chconnect.types.TupleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Some columns of random types, and the SQL that fills them.
 *
 * @param seed of the types and of the data
 * @param rows how many
 * @param types of the columns c0, c1 and so on
 */
record RandomSchema(long seed, int rows, List<DataType> types) {
    private static final int COLUMNS = 8;
    private static final int LONGEST_STRING = 12;
    private static final int LONGEST_ARRAY = 3;

    static RandomSchema of(long seed) {
        Random random = new Random(seed);
        RandomTypes generator = new RandomTypes(random);
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            types.add(generator.next());
        }
        return new RandomSchema(seed, 1 + random.nextInt(random.nextInt(10) == 0 ? 500 : 40), types);
    }

    /** Makes the table that the values come from: the same for ever once it is made. */
    String createSource(String table) {
        StringJoiner structure = new StringJoiner(", ");
        for (int i = 0; i < types.size(); i++) {
            structure.add("x" + i + " " + RandomSql.source(types.get(i)));
        }
        return "CREATE OR REPLACE TABLE " + table
                + " ENGINE = Memory AS SELECT rowNumberInAllBlocks() AS id, * FROM generateRandom('"
                + structure.toString().replace("\\", "\\\\").replace("'", "\\'")
                + "', " + seed + ", " + LONGEST_STRING + ", " + LONGEST_ARRAY + ") LIMIT " + rows;
    }

    /** The values of the columns, {@code id} first. */
    String select(String source) {
        return "SELECT id, " + String.join(", ", columns()) + " FROM " + source + " ORDER BY id";
    }

    /** The values of the columns whose bytes are always the same; empty when there is no such column. */
    String selectCanonical(String source) {
        List<String> canonical = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (canonical(types.get(i))) {
                canonical.add(columns().get(i));
            }
        }
        return canonical.isEmpty() ? "" : "SELECT " + String.join(", ", canonical) + " FROM " + source + " ORDER BY id";
    }

    /** The text of each value. */
    String selectTexts(String source) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            texts.add("CAST(toString(" + expression(i) + "), 'Nullable(String)') AS t" + i);
        }
        return "SELECT " + String.join(", ", texts) + " FROM " + source + " ORDER BY id";
    }

    /** Makes the table that the columns are written back to. */
    String createTarget(String table) {
        StringJoiner structure = new StringJoiner(", ");
        for (int i = 0; i < types.size(); i++) {
            structure.add("c" + i + " " + storable(types.get(i).name()));
        }
        return "CREATE OR REPLACE TABLE " + table + " (id UInt64, " + structure + ") ENGINE = Memory";
    }

    /** How many rows both have, and for each column how many differ. */
    String compare(String source, String target) {
        StringBuilder differences = new StringBuilder("SELECT count()");
        for (int i = 0; i < types.size(); i++) {
            differences.append(", countIf(a.h" + i + " != b.h" + i + " OR a.n" + i + " != b.n" + i + ")");
        }
        return differences + " FROM (" + hashes(select(source)) + ") AS a INNER JOIN ("
                + hashes("SELECT * FROM " + target) + ") AS b USING (id)";
    }

    private String hashes(String query) {
        StringBuilder hashes = new StringBuilder("SELECT id");
        for (int i = 0; i < types.size(); i++) {
            hashes.append(", ifNull(cityHash64(c" + i + "), 0) AS h" + i + ", isNull(c" + i + ") AS n" + i);
        }
        return hashes + " FROM (" + query + ")";
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add(expression(i) + " AS c" + i);
        }
        return columns;
    }

    private String expression(int column) {
        return new RandomSql().expression(types.get(column), "x" + column);
    }

    /** No table can have a column of Nothing; what is written of it goes into any type, being NULL or empty. */
    private static String storable(String typeName) {
        return typeName.replaceAll("\\bNothing\\b", "UInt8");
    }

    /** Dictionaries and variants may be written in several ways, and anything may lie where a value is NULL. */
    private static boolean canonical(DataType type) {
        return switch (type.kind()) {
            case LOW_CARDINALITY, VARIANT, DYNAMIC, JSON, GEOMETRY, NULLABLE -> false;
            case ARRAY -> canonical(((ArrayType) type).element());
            case TUPLE -> ((TupleType) type).elements().stream().allMatch(element -> canonical(element.type()));
            case NESTED -> ((NestedType) type).elements().stream().allMatch(element -> canonical(element.type()));
            case MAP -> canonical(((MapType) type).key()) && canonical(((MapType) type).value());
            case SIMPLE_AGGREGATE_FUNCTION -> canonical(((SimpleAggregateFunctionType) type).storage());
            default -> true;
        };
    }

    /** Whether a value may have no Java text because it is any bytes. */
    static boolean hasBytes(DataType type) {
        return java.util.regex.Pattern.compile("FixedString\\(\\d*[02468]\\)")
                .matcher(type.name())
                .find();
    }

    /** Whether a value does not tell its type. */
    static boolean hasMembers(DataType type) {
        return java.util.regex.Pattern.compile("\\b(Variant\\(|Dynamic|JSON|Geometry)")
                .matcher(type.name())
                .find();
    }

    @Override
    public String toString() {
        return "seed " + seed + ": "
                + String.join(", ", types.stream().map(DataType::name).toList());
    }
}
