/** The client against the real engine: over HTTP and in process. */
@NullMarked
package io.chconnect.conformance.client;

import org.jspecify.annotations.NullMarked;
