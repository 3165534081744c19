package io.chconnect.engine;

import java.time.Duration;

/**
 * How far a running statement is. All numbers count from its start.
 *
 * @param readRows rows read
 * @param readBytes bytes read, uncompressed
 * @param totalRowsToRead rows there are to read, as estimated; 0 when unknown
 * @param writtenRows rows written
 * @param writtenBytes bytes written, uncompressed
 * @param elapsed time since the start
 */
public record EngineProgress(
        long readRows, long readBytes, long totalRowsToRead, long writtenRows, long writtenBytes, Duration elapsed) {}
