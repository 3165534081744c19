/** What every transport must do, as tests. */
@NullMarked
package io.chconnect.testkit.transport;

import org.jspecify.annotations.NullMarked;
