/** The client on the engine in process. */
@NullMarked
package io.chconnect.conformance.embedded;

import org.jspecify.annotations.NullMarked;
