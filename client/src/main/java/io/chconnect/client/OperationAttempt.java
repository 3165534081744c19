package io.chconnect.client;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to run a statement.
 *
 * @param number 1 for the first one
 * @param host the server's host, or the data directory of the engine in this process
 * @param port the server's TCP port; 0 in this process
 * @param queryId the id the statement runs under in this attempt; null when it is not known
 */
public record OperationAttempt(
        int number, String host, int port, @Nullable String queryId) {}
