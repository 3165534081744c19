/** Results while they are read: their blocks, their columns, and their release. */
@NullMarked
package io.chconnect.client.internal.result;

import org.jspecify.annotations.NullMarked;
