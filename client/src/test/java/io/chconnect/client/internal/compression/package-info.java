@NullMarked
package io.chconnect.client.internal.compression;

import org.jspecify.annotations.NullMarked;
