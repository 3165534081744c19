/** What every transport over a network shares: limits of time, connections, TLS, proxies, nodes and their health. */
@NullMarked
package io.chconnect.client.internal.net;

import org.jspecify.annotations.NullMarked;
