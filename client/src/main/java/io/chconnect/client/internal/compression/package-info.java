/** Compressed contents of requests and answers, as streams. */
@NullMarked
package io.chconnect.client.internal.compression;

import org.jspecify.annotations.NullMarked;
