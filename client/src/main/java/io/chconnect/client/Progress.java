package io.chconnect.client;

/**
 * How far a statement is, as far as the server told. All numbers count from its start.
 *
 * @param readRows rows read
 * @param readBytes bytes read, uncompressed
 * @param totalRowsToRead rows there are to read, as estimated; 0 when unknown
 * @param writtenRows rows written
 * @param writtenBytes bytes written, uncompressed
 * @param elapsedNanos time on the server; 0 when unknown
 */
public record Progress(
        long readRows, long readBytes, long totalRowsToRead, long writtenRows, long writtenBytes, long elapsedNanos) {}
