/** Tests of Tablesaw against the real engine. */
package io.chconnect.dataframe.tablesaw;
