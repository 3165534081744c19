/** Types and values, compared with the engine's own. */
@NullMarked
package io.chconnect.conformance.types;

import org.jspecify.annotations.NullMarked;
