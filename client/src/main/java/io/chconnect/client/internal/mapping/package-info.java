/** Rows as objects of users' classes, and back: records, beans, and classes with one constructor. */
@NullMarked
package io.chconnect.client.internal.mapping;

import org.jspecify.annotations.NullMarked;
