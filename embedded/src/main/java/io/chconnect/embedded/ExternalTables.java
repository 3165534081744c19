package io.chconnect.embedded;

import io.chconnect.client.ExternalTable;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineInsert;
import io.chconnect.engine.EngineStatement;
import java.util.List;

/** Tables of one statement, as temporary tables of its connection. */
final class ExternalTables {
    private ExternalTables() {}

    static void create(EngineConnection connection, List<ExternalTable> tables) {
        for (ExternalTable table : tables) {
            run(
                    connection,
                    "CREATE TEMPORARY TABLE `" + table.name() + "` (" + table.structure() + ") ENGINE = Memory");
            EngineStatement insert =
                    EngineStatement.of("INSERT INTO `" + table.name() + "`").withFormat(table.format());
            try (EngineInsert target = connection.insert(insert)) {
                RawInput.copy(table.content(), target::append);
                target.finish().close();
            }
        }
    }

    static void drop(EngineConnection connection, List<ExternalTable> tables) {
        tables.forEach(table -> run(connection, "DROP TEMPORARY TABLE IF EXISTS `" + table.name() + "`"));
    }

    private static void run(EngineConnection connection, String sql) {
        connection.query(EngineStatement.of(sql)).close();
    }
}
