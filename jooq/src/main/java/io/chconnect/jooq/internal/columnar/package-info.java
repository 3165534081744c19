/** Records and blocks of columns, each as the other. */
@NullMarked
package io.chconnect.jooq.internal.columnar;

import org.jspecify.annotations.NullMarked;
