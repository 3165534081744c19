package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Asks the server. */
public interface MetadataQueries {
    /** The rows of a query with parameters of type String. */
    List<Row> rows(String sql, Map<String, String> parameters) throws SQLException;

    /** The text of a query that lies beside this class. */
    static String text(String name) {
        try (InputStream in = MetadataQueries.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("The query " + name + " is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The query " + name + " cannot be read", e);
        }
    }
}
