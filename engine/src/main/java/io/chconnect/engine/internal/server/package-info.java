/** Servers in child processes: their configuration, start and end. */
@NullMarked
package io.chconnect.engine.internal.server;

import org.jspecify.annotations.NullMarked;
