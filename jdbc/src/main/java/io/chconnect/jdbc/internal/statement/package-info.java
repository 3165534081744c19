/** Connections and statements. */
@NullMarked
package io.chconnect.jdbc.internal.statement;

import org.jspecify.annotations.NullMarked;
