/** Statements on their way through a transport: what it can do, sessions, and results nobody closes. */
@NullMarked
package io.chconnect.client.internal.statement;

import org.jspecify.annotations.NullMarked;
