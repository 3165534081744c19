/** Operations of a client under way: who watches them, and what ends them before their time. */
@NullMarked
package io.chconnect.client.internal.operation;

import org.jspecify.annotations.NullMarked;
