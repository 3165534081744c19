/** How stored numbers and bytes become Java values and back. */
@NullMarked
package io.chconnect.codec.internal.value;

import org.jspecify.annotations.NullMarked;
