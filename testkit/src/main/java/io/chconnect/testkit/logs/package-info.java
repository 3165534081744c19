/** All log events of the tests, at the lowest level. */
@NullMarked
package io.chconnect.testkit.logs;

import org.jspecify.annotations.NullMarked;
