/** Operations as listeners, logs and flight recordings show them. */
@NullMarked
package io.chconnect.conformance.observe;

import org.jspecify.annotations.NullMarked;
