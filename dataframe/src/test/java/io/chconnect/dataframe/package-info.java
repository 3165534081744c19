/** Tests of data frames against the real engine. */
package io.chconnect.dataframe;
