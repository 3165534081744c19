/** Values of columns as objects of the classes that users ask for. */
@NullMarked
package io.chconnect.client.internal.value;

import org.jspecify.annotations.NullMarked;
