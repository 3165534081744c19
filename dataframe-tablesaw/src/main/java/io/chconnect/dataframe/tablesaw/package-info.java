/** Results of queries as tables of Tablesaw, and inserts of such tables. */
@NullMarked
package io.chconnect.dataframe.tablesaw;

import org.jspecify.annotations.NullMarked;
