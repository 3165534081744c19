/** Options as objects, and connection URLs made of them. */
@NullMarked
package io.chconnect.client.config;

import org.jspecify.annotations.NullMarked;
