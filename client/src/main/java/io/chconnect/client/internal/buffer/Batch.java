package io.chconnect.client.internal.buffer;

import io.chconnect.codec.Block;
import java.util.concurrent.CompletableFuture;

/**
 * Rows that are sent together.
 *
 * @param block the rows
 * @param future completed when they are stored or given up
 */
record Batch<R>(Block block, CompletableFuture<R> future) {}
