/** The quickstart, run as users run it, on less data. */
@NullMarked
package io.chconnect.examples.quickstart;

import org.jspecify.annotations.NullMarked;
