/** Tests of Arrow against the real engine. */
package io.chconnect.arrow;
