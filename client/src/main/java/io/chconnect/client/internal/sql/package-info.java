/** SQL text: quoting of names and texts. */
@NullMarked
package io.chconnect.client.internal.sql;

import org.jspecify.annotations.NullMarked;
