package io.chconnect.client.transport;

/**
 * The ability of a {@link Transport} to take {@linkplain StatementRequest#externalTables tables along} with a statement. A
 * transport that does not have it is never given a request with such tables.
 */
public interface ExternalData {}
