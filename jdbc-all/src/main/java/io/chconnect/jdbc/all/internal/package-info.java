/** What the one jar needs beside the driver. */
@NullMarked
package io.chconnect.jdbc.all.internal;

import org.jspecify.annotations.NullMarked;
