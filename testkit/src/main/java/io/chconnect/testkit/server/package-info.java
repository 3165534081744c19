/** A real server for tests. */
@NullMarked
package io.chconnect.testkit.server;

import org.jspecify.annotations.NullMarked;
