/** Rows, records and columns as blocks. */
@NullMarked
package io.chconnect.client.internal.insert;

import org.jspecify.annotations.NullMarked;
