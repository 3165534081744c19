/** Applications on the module path and on the class path. */
@NullMarked
package io.chconnect.conformance.modules;

import org.jspecify.annotations.NullMarked;
