@NullMarked
package io.chconnect.client.internal.parameter;

import org.jspecify.annotations.NullMarked;
