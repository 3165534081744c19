/** Values of ClickHouse types for which the JDK has no class. */
@NullMarked
package io.chconnect.types.value;

import org.jspecify.annotations.NullMarked;
