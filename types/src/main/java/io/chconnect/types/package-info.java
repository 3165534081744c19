/** The data types of ClickHouse: what a value may be, apart from how it is stored or sent. */
@NullMarked
package io.chconnect.types;

import org.jspecify.annotations.NullMarked;
