package io.chconnect.types;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.internal.Quoting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The most paths that may have columns of their own. */
    public static final int MAX_DYNAMIC_PATHS = 10_000;

    /** {@code JSON} without arguments. */
    public static final JSONType DEFAULT =
            new JSONType(DEFAULT_MAX_DYNAMIC_PATHS, DEFAULT_MAX_DYNAMIC_TYPES, Map.of(), List.of(), List.of());

    /**
     * Copies the collections and puts them in the server's order.
     *
     * @throws ConfigurationException if a number is not 0 to {@link #MAX_DYNAMIC_PATHS} or {@link DynamicType#MAX_TYPES}, or a
     *     path is empty, or has a type and is left out
     */
    public JSONType {
        checkLimit("max_dynamic_paths", maxDynamicPaths, MAX_DYNAMIC_PATHS);
        checkLimit("max_dynamic_types", maxDynamicTypes, DynamicType.MAX_TYPES);
        checkPaths(typedPaths.keySet(), skipPaths);
        Map<String, DataType> sortedPaths = new TreeMap<>(TypeNames.BYTE_ORDER);
        sortedPaths.putAll(typedPaths);
        typedPaths = Collections.unmodifiableMap(sortedPaths);
        skipPaths = skipPaths.stream().distinct().sorted(TypeNames.BYTE_ORDER).toList();
        skipRegexps = skipRegexps.stream().sorted(TypeNames.BYTE_ORDER).toList();
    }

    private static void checkLimit(String name, int value, int limit) {
        if (value < 0 || value > limit) {
            throw new ConfigurationException(name + " of a JSON cannot be " + value + ": expected 0 to " + limit);
        }
    }

    private static void checkPaths(Set<String> typedPaths, List<String> skipPaths) {
        if (typedPaths.contains("") || skipPaths.contains("")) {
            throw new ConfigurationException("a path of a JSON must not be empty");
        }
        for (String path : typedPaths) {
            // The server skips whatever begins so, be it the same word or not.
            if (skipPaths.stream().anyMatch(path::startsWith)) {
                throw new ConfigurationException("the path " + Quoting.backticks(path) + " has a type and is skipped");
            }
        }
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
