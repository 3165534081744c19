/** The documentation's Java blocks, compiled and run. */
@NullMarked
package io.chconnect.examples.docs;

import org.jspecify.annotations.NullMarked;
