/** The binary encoding of data types, which Native, Dynamic and JSON use in place of type names. */
@NullMarked
package io.chconnect.types.binary;

import org.jspecify.annotations.NullMarked;
