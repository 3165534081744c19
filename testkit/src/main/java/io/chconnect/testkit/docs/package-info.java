/** Pages of the documentation as tests. */
@NullMarked
package io.chconnect.testkit.docs;

import org.jspecify.annotations.NullMarked;
