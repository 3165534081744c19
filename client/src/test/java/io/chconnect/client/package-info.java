@NullMarked
package io.chconnect.client;

import org.jspecify.annotations.NullMarked;
