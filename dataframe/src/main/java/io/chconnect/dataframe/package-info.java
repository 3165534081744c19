/** Results of queries as data frames of DFLib, and inserts of data frames. */
@NullMarked
package io.chconnect.dataframe;

import org.jspecify.annotations.NullMarked;
