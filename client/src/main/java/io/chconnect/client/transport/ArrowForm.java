package io.chconnect.client.transport;

/**
 * How ClickHouse writes columns as Arrow. Immutable and thread-safe.
 *
 * @param dictionaries whether LowCardinality columns keep their dictionaries; otherwise their values stand one by one
 * @param binaryStrings whether String columns are binary; otherwise they are marked as UTF-8, which nobody checks
 */
public record ArrowForm(boolean dictionaries, boolean binaryStrings) {}
