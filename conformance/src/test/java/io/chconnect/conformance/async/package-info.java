/** Calls as futures, and queries as publishers. */
@NullMarked
package io.chconnect.conformance.async;

import org.jspecify.annotations.NullMarked;
