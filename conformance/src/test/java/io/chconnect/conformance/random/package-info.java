/** Random data of random types: read, written back, and compared within the engine. */
@NullMarked
package io.chconnect.conformance.random;

import org.jspecify.annotations.NullMarked;
