/** Servers and proxies that fail on demand: cut, stalled, reset and garbled answers, TLS, CONNECT and SOCKS5. */
@NullMarked
package io.chconnect.testkit.fault;

import org.jspecify.annotations.NullMarked;
