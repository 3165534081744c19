/** The same tests over every transport. */
@NullMarked
package io.chconnect.conformance.transport;

import org.jspecify.annotations.NullMarked;
