/** Values of placeholders, in the form the server reads. */
@NullMarked
package io.chconnect.client.internal.parameter;

import org.jspecify.annotations.NullMarked;
