/** The in-process transport: the client on the embedded engine, without a socket. */
@NullMarked
package io.chconnect.embedded;

import org.jspecify.annotations.NullMarked;
