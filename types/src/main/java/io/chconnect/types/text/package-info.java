/** The text form of values, equal to what the server's {@code toString} gives. */
@NullMarked
package io.chconnect.types.text;

import org.jspecify.annotations.NullMarked;
