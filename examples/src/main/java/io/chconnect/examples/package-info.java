/** Programs that show the suite at work. */
@NullMarked
package io.chconnect.examples;

import org.jspecify.annotations.NullMarked;
