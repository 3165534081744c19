/** Rules that the code of all modules keeps. */
@NullMarked
package io.chconnect.conformance.architecture;

import org.jspecify.annotations.NullMarked;
