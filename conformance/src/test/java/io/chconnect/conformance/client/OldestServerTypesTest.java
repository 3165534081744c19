package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.OldestServer;
import io.chconnect.testkit.types.Sample;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import io.chconnect.types.TypeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every type of the matrix that Debian's ClickHouse 18.16 has, written and read. */
@Timeout(120)
class OldestServerTypesTest {
    private static final Set<TypeKind> KINDS = EnumSet.of(
            TypeKind.INT8,
            TypeKind.INT16,
            TypeKind.INT32,
            TypeKind.INT64,
            TypeKind.UINT8,
            TypeKind.UINT16,
            TypeKind.UINT32,
            TypeKind.UINT64,
            TypeKind.FLOAT32,
            TypeKind.FLOAT64,
            TypeKind.DECIMAL,
            TypeKind.STRING,
            TypeKind.FIXED_STRING,
            TypeKind.UUID,
            TypeKind.DATE,
            TypeKind.DATETIME,
            TypeKind.ENUM8,
            TypeKind.ENUM16,
            TypeKind.NULLABLE,
            TypeKind.ARRAY,
            TypeKind.TUPLE);

    private static OldestServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        server = OldestServer.startOrSkip(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyTypeItHasIsWrittenAndRead() {
        Set<TypeKind> seen = EnumSet.noneOf(TypeKind.class);
        try (Client client = Client.connect(server.url())) {
            for (TypeSamples type : TypeMatrix.types()) {
                // It flattens Nested, see below.
                if (type.type().kind() != TypeKind.NESTED
                        && create(client, "v " + type.type().name())) {
                    seen.add(type.type().kind());
                    goesThereAndBack(client, type);
                }
            }
        }
        assertThat(seen).containsAll(KINDS);
    }

    @Test
    void dictionariesAreWrittenAndRead() {
        try (Client client = Client.connect(server.url())) {
            client.command("DROP TABLE IF EXISTS kinds");
            client.command(request -> request.sql(
                            "CREATE TABLE kinds (n UInt32, v LowCardinality(Nullable(String)))" + " ENGINE = Memory")
                    .setting("allow_experimental_low_cardinality_type", 1));
            client.insert(
                    "kinds",
                    List.of("n", "v"),
                    List.of(
                            Arrays.asList(0, "a"),
                            Arrays.asList(1, null),
                            Arrays.asList(2, "a"),
                            Arrays.asList(3, "")));
            assertThat(read(client)).isEqualTo(Arrays.asList("a", null, "a", ""));
        }
    }

    @Test
    void nestedIsArraysOfOneLength() {
        try (Client client = Client.connect(server.url())) {
            assertThat(create(client, "v Nested(a UInt8, b String)")).isTrue();
            client.insert("kinds", List.of("n", "v.a", "v.b"), List.of(List.of(0, List.of(1, 2), List.of("x", "y"))));
            try (QueryResult result = client.query("SELECT v.a, v.b FROM kinds")) {
                Row row = result.rows().get(0);
                assertThat(row.getObject(0)).isEqualTo(List.of((short) 1, (short) 2));
                assertThat(row.getObject(1)).isEqualTo(List.of("x", "y"));
            }
        }
    }

    private static boolean create(Client client, String column) {
        client.command("DROP TABLE IF EXISTS kinds");
        try {
            client.command("CREATE TABLE kinds (n UInt32, " + column + ") ENGINE = Memory");
            return true;
        } catch (ServerException e) {
            return false;
        }
    }

    private static void goesThereAndBack(Client client, TypeSamples type) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> expected = new ArrayList<>();
        for (Sample sample : type.samples()) {
            rows.add(Arrays.asList(rows.size(), sample.value()));
            expected.add(withoutZone(sample.value()));
        }
        client.insert("kinds", List.of("n", "v"), rows);
        assertThat(read(client)).as(type.type().name()).isEqualTo(expected);
    }

    private static List<@Nullable Object> read(Client client) {
        try (QueryResult result = client.query("SELECT v FROM kinds ORDER BY n")) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Row row : result) {
                values.add(withoutZone(row.getObject(0)));
            }
            return values;
        }
    }

    /** A DateTime that names no zone has that of the server. */
    private static @Nullable Object withoutZone(@Nullable Object value) {
        return value instanceof ZonedDateTime time ? time.toInstant() : value;
    }
}
