/** What a server has, read from its system tables and from the statements that made it. */
@NullMarked
package io.chconnect.jooq.internal.reflect;

import org.jspecify.annotations.NullMarked;
