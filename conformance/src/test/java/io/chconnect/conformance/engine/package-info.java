/** Tests of the engine module against the real engine. */
@NullMarked
package io.chconnect.conformance.engine;

import org.jspecify.annotations.NullMarked;
