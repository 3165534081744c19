/** Type names as text: tokens, grammar, families and quoting. Not exported. */
@NullMarked
package io.chconnect.types.internal;

import org.jspecify.annotations.NullMarked;
