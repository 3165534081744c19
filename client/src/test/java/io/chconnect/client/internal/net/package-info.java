/** Tests of what transports over a network share. */
@NullMarked
package io.chconnect.client.internal.net;

import org.jspecify.annotations.NullMarked;
