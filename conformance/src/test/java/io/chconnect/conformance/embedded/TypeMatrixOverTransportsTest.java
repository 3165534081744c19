package io.chconnect.conformance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the type matrix has the same type and the same values over HTTP and in process. */
@ClickHouseServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TypeMatrixOverTransportsTest {
    /** What some of the types ask for. */
    private static final Map<String, Object> SETTINGS =
            Map.of("enable_nullable_tuple_type", 1, "allow_suspicious_low_cardinality_types", 1);

    private Client http;
    private Client embedded;

    @BeforeAll
    void connect(ClickHouseServer server) {
        http = Client.connect(server.url());
        embedded = Client.connect("chdb:memory");
    }

    @AfterAll
    void close() {
        http.close();
        embedded.close();
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeAndValuesAreTheSame(TypeSamples samples) {
        String sql = IntStream.range(0, samples.samples().size())
                .mapToObj(i -> samples.castSql(i) + " AS c" + i)
                .collect(Collectors.joining(", ", "SELECT ", ""));

        Block overHttp = block(http, sql);
        Block inProcess = block(embedded, sql);

        assertThat(inProcess.names()).isEqualTo(overHttp.names());
        for (int i = 0; i < overHttp.columnCount(); i++) {
            Column expected = overHttp.column(i);
            Column actual = inProcess.column(i);
            assertThat(actual.type()).isEqualTo(expected.type());
            assertThat(actual.type().name()).isEqualTo(expected.type().name());
            assertThat(Objects.deepEquals(actual.get(0), expected.get(0)))
                    .as("%s in process, %s over HTTP", actual.get(0), expected.get(0))
                    .isTrue();
        }
    }

    private static Block block(Client client, String sql) {
        try (QueryResult result = client.query(request -> request.sql(sql).settings(SETTINGS))) {
            Block block = result.nextBlock();
            assertThat(block).isNotNull();
            assertThat(block.rowCount()).isEqualTo(1);
            return block;
        }
    }
}
