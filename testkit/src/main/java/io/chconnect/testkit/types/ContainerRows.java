package io.chconnect.testkit.types;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays, tuples, maps and Nested. */
final class ContainerRows {
    private ContainerRows() {}

    static List<TypeRow> rows() {
        return List.of(array(), tuple(), map(), nested());
    }

    private static TypeRow array() {
        return TypeRow.of(
                "Array(T)",
                "List, unmodifiable",
                "any `Collection`, any Java array, primitive ones included",
                TypeRow.NEVER + "; elements where T is `Nullable`",
                "up to 2,147,483,639 elements in a block",
                TypeSamples.of("Array(UInt8)")
                        .value("[]", List.of(), "[]", new int[0])
                        .value(
                                "[1, 255]",
                                List.of((short) 1, (short) 255),
                                "[1,255]",
                                new int[] {1, 255},
                                List.of(1, 255L))
                        .value("[7]", List.of((short) 7), "[7]", new Object[] {"7"}, new byte[] {7})
                        .refuses(1, "[1]", List.of(256), Arrays.asList(1, null)),
                TypeSamples.of("Array(Nullable(String))")
                        .value("[NULL, 'a\\'b', '']", Arrays.asList(null, "a'b", ""), "[NULL,'a\\'b','']")
                        .value("[]", List.of(), "[]"),
                TypeSamples.of("Array(Array(Array(Int16)))")
                        .value("[[[1], []], [], [[2, 3]]]", cube(), "[[[1],[]],[],[[2,3]]]")
                        .value("[]", List.of(), "[]")
                        .value("[CAST([], 'Array(Array(Int16))')]", List.of(List.of()), "[[]]", (Object)
                                new short[1][0][0]),
                TypeSamples.of("Array(LowCardinality(Nullable(String)))")
                        .notCanonical()
                        .value("['a', NULL, 'a', '']", Arrays.asList("a", null, "a", ""), "['a',NULL,'a','']")
                        .value("[]", List.of(), "[]"),
                TypeSamples.of("Array(Tuple(id UInt32, tags Array(String)))")
                        .value(
                                "[(1, ['x', 'y']), (2, [])]",
                                List.of(pair(1L, List.of("x", "y")), pair(2L, List.of())),
                                "[(1,['x','y']),(2,[])]")
                        .value("[]", List.of(), "[]"));
    }

    private static TypeRow tuple() {
        return TypeRow.of(
                "Tuple(…)",
                "List of the elements, unmodifiable",
                "a `List` or `Object[]` with a value for each element; where the elements are named, also a `Map` with"
                        + " exactly these names",
                "`Nullable(Tuple(…))` where the server allows it",
                "named, unnamed or empty",
                TypeSamples.of("Tuple(UInt8, Nullable(String))")
                        .value("(1, NULL)", pair((short) 1, null), "(1,NULL)", (Object) new Object[] {1, null})
                        .value("(255, 'a')", pair((short) 255, "a"), "(255,'a')", List.of("255", "a"))
                        .refuses(1, List.of(1), List.of(1, "a", 2), List.of("x", "a"), Map.of("1", 1)),
                TypeSamples.of("Tuple(a Int8, `b c` Tuple(d Float64))")
                        .value(
                                "(1, tuple(0.5))",
                                pair((byte) 1, List.of(0.5)),
                                "(1,(0.5))",
                                Map.of("a", 1, "b c", Map.of("d", 0.5)))
                        .refuses(Map.of("a", 1), Map.of("a", 1, "b c", List.of(1), "e", 1)),
                TypeSamples.of("Tuple()").value("tuple()", List.of(), "()", (Object) new Object[0]));
    }

    private static TypeRow map() {
        return TypeRow.of(
                "Map(K, V)",
                "Map in the order of the wire, unmodifiable; a key that stands twice is an error there, and in"
                        + " `MapColumn.entries`",
                "a `Map`, a `Collection` of `Map.Entry` where keys repeat",
                TypeRow.NEVER + "; values where V is `Nullable`",
                "keys of any type that is not nullable",
                TypeSamples.of("Map(String, Nullable(UInt8))")
                        .value(
                                "map('b', 2, 'a', NULL)",
                                mapOf("b", (short) 2, "a", null),
                                "{'b':2,'a':NULL}",
                                List.of(Map.entry("b", 2), new java.util.AbstractMap.SimpleEntry<>("a", null)))
                        .value("map()", mapOf(), "{}", List.of())
                        .refuses(1, List.of("b"), Map.of("b", 256), Map.of(1, 2)),
                TypeSamples.of("Map(LowCardinality(String), Array(Date))")
                        .notCanonical()
                        .value(
                                "map('a', ['1970-01-01'])",
                                mapOf("a", List.of(java.time.LocalDate.EPOCH)),
                                "{'a':['1970-01-01']}")
                        .value("map()", mapOf(), "{}"),
                TypeSamples.of("Map(Tuple(Int8, Int8), Map(Int8, Int8))")
                        .value(
                                "map((1, 2), map(3, 4))",
                                mapOf(pair((byte) 1, (byte) 2), mapOf((byte) 3, (byte) 4)),
                                "{(1,2):{3:4}}"));
    }

    private static TypeRow nested() {
        return TypeRow.of(
                "Nested(…)",
                "List of the rows, each a List of its elements",
                "a `Collection` or array of what `Tuple` accepts",
                TypeRow.NEVER + "; elements that are `Nullable`",
                "what `flatten_nested=0` keeps whole; else the server makes it one `Array` column per element",
                TypeSamples.of("Nested(a Int8, b Nullable(String))")
                        .value(
                                "[(1, 'x'), (2, NULL)]",
                                List.of(pair((byte) 1, "x"), pair((byte) 2, null)),
                                "[(1,'x'),(2,NULL)]",
                                List.of(Map.of("a", 1, "b", "x"), Arrays.asList(2, null)))
                        .value("[]", List.of(), "[]")
                        .refuses(List.of(1), "x"));
    }

    private static List<Object> cube() {
        return List.of(List.of(List.of((short) 1), List.of()), List.of(), List.of(List.of((short) 2, (short) 3)));
    }

    private static List<@Nullable Object> pair(@Nullable Object first, @Nullable Object second) {
        return Arrays.asList(first, second);
    }

    /** Keys and values by turns. */
    static Map<@Nullable Object, @Nullable Object> mapOf(@Nullable Object... entries) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(entries[i], entries[i + 1]);
        }
        return map;
    }
}
