@NullMarked
package io.chconnect.client.config;

import org.jspecify.annotations.NullMarked;
