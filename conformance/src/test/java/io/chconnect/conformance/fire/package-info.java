/** The client against bad input, broken networks and failing servers. */
@NullMarked
package io.chconnect.conformance.fire;

import org.jspecify.annotations.NullMarked;
