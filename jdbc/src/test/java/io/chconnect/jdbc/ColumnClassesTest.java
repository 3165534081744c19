package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a result says of a column of any type is true of its objects. */
class ColumnClassesTest extends BothTransports {
    private static final String ALLOWED = " SETTINGS allow_suspicious_low_cardinality_types = 1,"
            + " allow_suspicious_variant_types = 1, enable_nullable_tuple_type = 1, enable_time_time64_type = 1,"
            + " allow_experimental_qbit_type = 1, print_pretty_type_names = 0, session_timezone = 'UTC'";

    ColumnClassesTest(ClickHouseServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void everyTypeHasACodeANameAndAClassThatItsObjectsHave(Over transport) throws SQLException {
        Connection connection = connection(transport);
        int values = 0;
        for (TypeSamples type : TypeMatrix.types()) {
            for (int i = 0; i < type.samples().size(); i++) {
                String sql = "SELECT " + type.castSql(i) + " AS x" + ALLOWED;
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(sql)) {
                    ResultSetMetaData column = result.getMetaData();
                    assertThat(JDBCType.valueOf(column.getColumnType(1)))
                            .as(sql)
                            .isNotNull();
                    assertThat(column.getColumnTypeName(1)).as(sql).isNotEmpty();
                    assertThat(result.next()).as(sql).isTrue();
                    Object value = result.getObject(1);
                    if (value == null) {
                        assertThat(result.wasNull()).as(sql).isTrue();
                        assertThat(column.isNullable(1)).as(sql).isNotEqualTo(ResultSetMetaData.columnNoNulls);
                    } else {
                        assertThat(value).as(sql).isInstanceOf(classNamed(column.getColumnClassName(1)));
                    }
                    values++;
                }
            }
        }
        assertThat(values).isGreaterThan(250);
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no class " + name, e);
        }
    }
}
