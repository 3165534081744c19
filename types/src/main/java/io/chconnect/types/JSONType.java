package io.chconnect.types;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code JSON}, with its hints in the server's canonical order.
 *
 * @param maxDynamicPaths how many paths have columns of their own
 * @param maxDynamicTypes how many types each such path may hold in columns of their own
 * @param typedPaths paths with a declared type, by name
 * @param skipPaths paths that are left out, sorted
 * @param skipRegexps patterns of paths that are left out, sorted
 */
public record JSONType(
        int maxDynamicPaths,
        int maxDynamicTypes,
        Map<String, DataType> typedPaths,
        List<String> skipPaths,
        List<String> skipRegexps)
        implements DataType {
    /** The number of dynamic paths when none is given. */
    public static final int DEFAULT_MAX_DYNAMIC_PATHS = 1024;

    /** The number of dynamic types when none is given. */
    public static final int DEFAULT_MAX_DYNAMIC_TYPES = 32;

    /** {@code JSON} without arguments. */
    public static final JSONType DEFAULT =
            new JSONType(DEFAULT_MAX_DYNAMIC_PATHS, DEFAULT_MAX_DYNAMIC_TYPES, Map.of(), List.of(), List.of());

    /**
     * Copies the collections and puts them in the server's order.
     */
    public JSONType {
        Map<String, DataType> sortedPaths = new TreeMap<>(TypeNames.BYTE_ORDER);
        sortedPaths.putAll(typedPaths);
        typedPaths = Collections.unmodifiableMap(sortedPaths);
        skipPaths = skipPaths.stream().distinct().sorted(TypeNames.BYTE_ORDER).toList();
        skipRegexps = skipRegexps.stream().sorted(TypeNames.BYTE_ORDER).toList();
    }

    @Override
    public TypeKind kind() {
        return TypeKind.JSON;
    }

    @Override
    public String name() {
        return TypeNames.json(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
