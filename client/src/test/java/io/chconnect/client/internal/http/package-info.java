@NullMarked
package io.chconnect.client.internal.http;

import org.jspecify.annotations.NullMarked;
