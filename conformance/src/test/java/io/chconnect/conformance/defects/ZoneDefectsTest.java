package io.chconnect.conformance.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone of the JVM that runs these is Pacific/Apia; no value may depend on it. */
@ClickHouseServerTest
@Timeout(60)
class ZoneDefectsTest {
    private Probe probe;

    @BeforeEach
    void open(ClickHouseServer server) {
        probe = new Probe(server, "zone_defects");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private ZonedDateTime time(String sql) {
        return (ZonedDateTime) java.util.Objects.requireNonNull(probe.value(sql));
    }

    @Test
    void theZoneOfTheTypeComesFirstThenThatOfTheAnswer() {
        assertThat(time("SELECT toDateTime(0, 'Asia/Kathmandu')").getZone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        try (QueryResult result = probe.client()
                .query(request -> request.sql("SELECT toDateTime(0) AS v, toDateTime64(0, 3, 'Europe/Berlin') AS w")
                        .setting("session_timezone", "America/Denver"))) {
            var row = result.rows().get(0);
            assertThat(row.getObject(0)).isEqualTo(Instant.EPOCH.atZone(ZoneId.of("America/Denver")));
            assertThat(row.getObject(1)).isEqualTo(Instant.EPOCH.atZone(ZoneId.of("Europe/Berlin")));
        }
    }

    @Test
    void wallTimesAreThoseOfTheColumnAndInstantsStay() {
        LocalDateTime wall = LocalDateTime.of(2024, 7, 1, 12, 0);
        assertThat(probe.written(
                        "DateTime('America/New_York')",
                        "toUnixTimestamp(v)",
                        wall,
                        wall.atZone(ZoneId.of("America/New_York")),
                        wall.atOffset(ZoneOffset.ofHours(-4)),
                        wall.toInstant(ZoneOffset.ofHours(-4))))
                .containsOnly(wall.toEpochSecond(ZoneOffset.ofHours(-4)));
        assertThat(probe.written(
                        "DateTime64(3, 'UTC')", "toString(v)", OffsetDateTime.parse("2024-07-01T12:00:00.5+02:00")))
                .containsExactly("2024-07-01 10:00:00.500");
    }

    @Test
    void gapsAreRefusedAndOverlapsTakeTheEarlierOffset() {
        assertThatThrownBy(() -> probe.written("DateTime('Europe/Berlin')", "v", LocalDateTime.of(2024, 3, 31, 2, 30)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("2024-03-31T02:30");
        assertThat(probe.written(
                        "DateTime('Europe/Berlin')", "toUnixTimestamp(v)", LocalDateTime.of(2024, 10, 27, 2, 30)))
                .containsExactly(LocalDateTime.of(2024, 10, 27, 2, 30).toEpochSecond(ZoneOffset.ofHours(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "UCT",
                "GMT",
                "GMT0",
                "GMT+0",
                "GMT-0",
                "Universal",
                "Zulu",
                "Greenwich",
                "Etc/UTC",
                "Etc/UCT",
                "Etc/GMT",
                "Etc/GMT0",
                "Etc/GMT+0",
                "Etc/GMT-0",
                "Etc/Universal",
                "Etc/Zulu",
                "Etc/Greenwich"
            })
    void everyNameOfUtcIsKnown(String zone) {
        ZonedDateTime time = time("SELECT toDateTime(1000000000, '" + zone + "')");
        assertThat(time.toLocalDateTime()).isEqualTo(LocalDateTime.of(2001, 9, 9, 1, 46, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fixed/UTC+05:30:00", "Fixed/UTC-03:00:00"})
    void fixedOffsetsAreNotTakenForUtc(String zone) {
        ZonedDateTime time = time("SELECT toDateTime(0, '" + zone + "')");
        assertThat(time.toLocalDateTime().toString().replace('T', ' ') + ":00")
                .isEqualTo(probe.value("SELECT toString(toDateTime(0, '" + zone + "'))"));
    }

    @Test
    void anUnknownZoneIsTheServersOrOurErrorAndNeverAnotherZone() {
        assertThatThrownBy(() -> probe.value("SELECT toDateTime(0, 'Mars/Olympus')"))
                .isInstanceOf(ClickHouseException.class)
                .hasMessageContaining("Mars/Olympus");
    }

    @Test
    void whatDoesNotFitIsNotWrapped() {
        for (Instant instant : new Instant[] {Instant.ofEpochSecond(-1), Instant.ofEpochSecond(1L << 32)}) {
            assertThatThrownBy(() -> probe.written("DateTime('UTC')", "v", instant))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("range");
        }
        assertThatThrownBy(() -> probe.written("DateTime64(9, 'UTC')", "v", Instant.parse("2300-01-01T00:00:00Z")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("range");
    }

    @Test
    void aDateTime32IsADateTime() {
        assertThat(probe.written("DateTime32('UTC')", "toUnixTimestamp(v)", Instant.ofEpochSecond(5)))
                .containsExactly(5L);
    }
}
