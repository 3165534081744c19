/** Batches of the buffered inserter: their collection, and their sending with safe retries. */
@NullMarked
package io.chconnect.client.internal.buffer;

import org.jspecify.annotations.NullMarked;
