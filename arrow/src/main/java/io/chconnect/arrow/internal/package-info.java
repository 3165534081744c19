/** Columns to vectors and back. */
@NullMarked
package io.chconnect.arrow.internal;

import org.jspecify.annotations.NullMarked;
