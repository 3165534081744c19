/** Values on their way into and out of statements. */
@NullMarked
package io.chconnect.jooq.internal.type;

import org.jspecify.annotations.NullMarked;
