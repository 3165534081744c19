/** ClickHouse's own block compression: frames of LZ4, ZSTD or plain bytes with a checksum. */
@NullMarked
package io.chconnect.codec.internal.frame;

import org.jspecify.annotations.NullMarked;
