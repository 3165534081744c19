/** Result sets, and the values of columns as what their getters give. */
@NullMarked
package io.chconnect.jdbc.internal.result;

import org.jspecify.annotations.NullMarked;
