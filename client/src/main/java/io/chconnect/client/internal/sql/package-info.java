/** SQL text: the scanner of statements, and the quoting of names. */
@NullMarked
package io.chconnect.client.internal.sql;

import org.jspecify.annotations.NullMarked;
