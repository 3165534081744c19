/**
 * Code generation by jOOQ from a live or an embedded ClickHouse. The classes here are named in jOOQ's configuration; they need
 * {@code jooq-codegen} on the class path.
 */
@NullMarked
package io.chconnect.jooq.codegen;

import org.jspecify.annotations.NullMarked;
