/** Failures as SQLExceptions. */
@NullMarked
package io.chconnect.jdbc.internal.error;

import org.jspecify.annotations.NullMarked;
