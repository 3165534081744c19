/** What a server has: databases, and tables, views and dictionaries with every clause of the statements that made them. */
@NullMarked
package io.chconnect.jooq.reflect;

import org.jspecify.annotations.NullMarked;
