/** Database metadata: what there is on the server, in the columns and order that JDBC demands. */
@NullMarked
package io.chconnect.jdbc.internal.metadata;

import org.jspecify.annotations.NullMarked;
