@NullMarked
package io.chconnect.client.internal.sql;

import org.jspecify.annotations.NullMarked;
