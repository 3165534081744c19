/** One codec per type family, and the factory that chooses among them. */
@NullMarked
package io.chconnect.codec.internal.type;

import org.jspecify.annotations.NullMarked;
