package io.chconnect.arrow;

import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataType;
import io.chconnect.types.VariantType;
import java.util.HashSet;
import java.util.List;

/**
 * How results stand in Arrow. Immutable and thread-safe. Inserts take every form, whatever the options.
 *
 * @param dictionaries whether LowCardinality columns keep their dictionaries, each of which counts for its batch alone;
 *     otherwise their values stand one by one
 * @param binaryStrings whether String columns are binary; otherwise they are UTF-8 texts, and a value that is not UTF-8 is an
 *     error
 * @param jsonStructs whether JSON columns are structs: a field for each path that the type declares, by its whole name, and
 *     behind them {@code rest}, the JSON text of what else there is; otherwise they are JSON texts
 * @param dynamicTypes the members of the dense unions that Dynamic columns are, in which a value of another type is an error
 *     that names it; empty for Dynamic columns that are texts
 */
public record ArrowOptions(
        boolean dictionaries, boolean binaryStrings, boolean jsonStructs, List<DataType> dynamicTypes) {
    /** Values of LowCardinality one by one; Strings, JSON and Dynamic as texts. */
    public static final ArrowOptions DEFAULT = new ArrowOptions(false, false, false, List.of());

    /**
     * Copies the list.
     *
     * @throws ConfigurationException if a Dynamic cannot hold one of the types, or one stands twice
     */
    public ArrowOptions {
        dynamicTypes = List.copyOf(dynamicTypes);
        HashSet<DataType> seen = new HashSet<>();
        for (DataType type : dynamicTypes) {
            if (!VariantType.mayHold(type) || !seen.add(type)) {
                throw new ConfigurationException("The type " + type.name()
                        + " of dynamicTypes: expected types that a Dynamic can hold, each once");
            }
        }
    }

    /**
     * Other options.
     *
     * @param keep whether LowCardinality columns keep their dictionaries
     * @return new options
     */
    public ArrowOptions withDictionaries(boolean keep) {
        return new ArrowOptions(keep, binaryStrings, jsonStructs, dynamicTypes);
    }

    /**
     * Other options.
     *
     * @param binary whether String columns are binary
     * @return new options
     */
    public ArrowOptions withBinaryStrings(boolean binary) {
        return new ArrowOptions(dictionaries, binary, jsonStructs, dynamicTypes);
    }

    /**
     * Other options.
     *
     * @param structs whether JSON columns are structs
     * @return new options
     */
    public ArrowOptions withJsonStructs(boolean structs) {
        return new ArrowOptions(dictionaries, binaryStrings, structs, dynamicTypes);
    }

    /**
     * Other options.
     *
     * @param types the members of the unions that Dynamic columns are; none for texts
     * @return new options
     * @throws ConfigurationException if a Dynamic cannot hold one of the types, or one stands twice
     */
    public ArrowOptions withDynamicTypes(List<DataType> types) {
        return new ArrowOptions(dictionaries, binaryStrings, jsonStructs, types);
    }
}
