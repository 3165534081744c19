/** Parameters of prepared statements on their way to the server. */
@NullMarked
package io.chconnect.jdbc.internal.bind;

import org.jspecify.annotations.NullMarked;
