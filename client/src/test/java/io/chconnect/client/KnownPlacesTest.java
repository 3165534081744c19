package io.chconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConfigurationException;
import io.chconnect.types.DataTypes;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownPlacesTest {
    private static final List<String> NAMES =
            IntStream.range(0, 40).mapToObj(i -> "column" + i).toList();
    private static final Block BLOCK = block();

    @Test
    void everyOrderOfNamesFindsItsPlaces() {
        KnownPlaces places = new KnownPlaces();
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            int place = random.nextInt(NAMES.size());
            assertThat(places.of(NAMES.get(place), BLOCK)).isEqualTo(place);
        }
    }

    @Test
    void anEqualNameNeedNotBeTheSameObject() {
        KnownPlaces places = new KnownPlaces();
        for (int i = 0; i < 100; i++) {
            assertThat(places.of("column".concat("7"), BLOCK)).isEqualTo(7);
            assertThat(places.of("column3", BLOCK)).isEqualTo(3);
        }
    }

    @Test
    void anUnknownNameIsRefusedEachTime() {
        KnownPlaces places = new KnownPlaces();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.of("nothing", BLOCK)).isInstanceOf(ConfigurationException.class);
            assertThat(places.of("column0", BLOCK)).isZero();
        }
    }

    private static Block block() {
        Column column = new ColumnFactory(ZoneOffset.UTC).column(DataTypes.parse("UInt8"), List.of(1));
        return new Block(NAMES, Collections.nCopies(NAMES.size(), column));
    }
}
