/** The driver against the real engine. */
@NullMarked
package io.chconnect.jdbc;

import org.jspecify.annotations.NullMarked;
