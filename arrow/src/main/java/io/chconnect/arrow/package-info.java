/** ClickHouse and Apache Arrow: results as vectors, inserts of vectors, schemas and tables. */
@NullMarked
package io.chconnect.arrow;

import org.jspecify.annotations.NullMarked;
