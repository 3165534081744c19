/** The one jar, in virtual machines that have nothing else. */
@NullMarked
package io.chconnect.jdbc.all;

import org.jspecify.annotations.NullMarked;
