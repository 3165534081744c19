/** The ClickHouse engine libchdb: the library file, connections in this process, and servers in child processes. */
@NullMarked
package io.chconnect.engine;

import org.jspecify.annotations.NullMarked;
