/** The matrix of all data types, and the contracts that its rows keep. */
@NullMarked
package io.chconnect.testkit.types;

import org.jspecify.annotations.NullMarked;
