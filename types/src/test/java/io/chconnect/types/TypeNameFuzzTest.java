package io.chconnect.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Damaged names end in a type or a documented exception, and soon. */
class TypeNameFuzzTest {
    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 60_000;
    private static final String SPICE = "()[],.=+-'`\"\\ \n09azAZ_$#/*;xé\ud83d\ude00\0";

    @Test
    void damagedNames() {
        List<String> names = Resources.lines("type-names.tsv").stream()
                .map(line -> Resources.fields(line).get(0))
                .collect(Collectors.toList());
        Random random = new Random(SEED);
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < ROUNDS; i++) {
                check(damage(names, random));
            }
        });
    }

    @Test
    void repeatedParts() {
        for (String part : List.of(
                "(", "Tuple(a ", "'", "`", "\\x41a", "/*", "Int8,", "[", "Nullable(", "JSON(a ", "é", "Variant(")) {
            String repeated = part.repeat(100_000);
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
                check(repeated);
                check("Enum8('" + repeated + "')");
                check("Tuple(" + repeated + ")");
            });
        }
    }

    private static void check(String name) {
        DataType type;
        try {
            type = DataTypes.parse(name);
        } catch (ConfigurationException | UnsupportedTypeException e) {
            assertThat(e.getMessage()).as("seed %d, name %s", SEED, name).isNotEmpty();
            return;
        }
        assertThat(DataTypes.parse(type.name()))
                .as("seed %d, name %s", SEED, name)
                .isEqualTo(type);
    }

    private static String damage(List<String> names, Random random) {
        StringBuilder name = new StringBuilder(names.get(random.nextInt(names.size())));
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(name.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> name.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 1 -> name.delete(at, Math.min(name.length(), at + 1 + random.nextInt(3)));
                case 2 -> name.insert(at, names.get(random.nextInt(names.size())));
                default -> name.setLength(at);
            }
        }
        return name.toString();
    }
}
