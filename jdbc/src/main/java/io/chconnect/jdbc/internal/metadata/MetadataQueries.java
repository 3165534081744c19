package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import java.sql.SQLException;
import java.util.List;

/** Asks the server. */
@FunctionalInterface
public interface MetadataQueries {
    /** The rows of a query. */
    List<Row> rows(String sql) throws SQLException;
}
