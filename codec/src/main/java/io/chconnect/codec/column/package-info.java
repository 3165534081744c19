/** Columns in memory: one class per storage shape over primitive arrays, and the builders that fill them. */
@NullMarked
package io.chconnect.codec.column;

import org.jspecify.annotations.NullMarked;
