/** What other drivers got wrong about types and their bytes, against the engine. */
@NullMarked
package io.chconnect.conformance.defects;

import org.jspecify.annotations.NullMarked;
