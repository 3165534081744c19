package io.chconnect.arrow;

/**
 * How results stand in Arrow. Immutable and thread-safe.
 *
 * @param dictionaries whether LowCardinality columns keep their dictionaries, each of which counts for its batch alone;
 *     otherwise their values stand one by one
 * @param binaryStrings whether String columns are binary; otherwise they are UTF-8 texts, and a value that is not UTF-8 is an
 *     error
 */
public record ArrowOptions(boolean dictionaries, boolean binaryStrings) {
    /** Values of LowCardinality one by one, and Strings as texts. */
    public static final ArrowOptions DEFAULT = new ArrowOptions(false, false);

    /**
     * Other options.
     *
     * @param keep whether LowCardinality columns keep their dictionaries
     * @return new options
     */
    public ArrowOptions withDictionaries(boolean keep) {
        return new ArrowOptions(keep, binaryStrings);
    }

    /**
     * Other options.
     *
     * @param binary whether String columns are binary
     * @return new options
     */
    public ArrowOptions withBinaryStrings(boolean binary) {
        return new ArrowOptions(dictionaries, binary);
    }
}
