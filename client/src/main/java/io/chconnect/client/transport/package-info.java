/** What a transport must do to carry statements, blocks and errors. Unstable until three transports exist. */
@NullMarked
package io.chconnect.client.transport;

import org.jspecify.annotations.NullMarked;
