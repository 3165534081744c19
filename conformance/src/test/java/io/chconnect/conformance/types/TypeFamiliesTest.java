package io.chconnect.conformance.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.testkit.types.EngineHttp;
import io.chconnect.types.DataTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every family that the engine lists, with its aliases, as listed and in other letters. */
@ClickHouseServerTest
@Timeout(120)
class TypeFamiliesTest {
    private static final String REFUSED = "refused";

    /** Arguments, of which each family takes some. */
    private static final List<String> ARGUMENTS =
            List.of("", "(8)", "(Int8)", "(String, Int8)", "(a Int8)", "('a' = 1)", "(sum, Int64)", "(Float32, 8)");

    private final EngineHttp engine;

    TypeFamiliesTest(ClickHouseServer server) {
        this.engine = new EngineHttp(server);
    }

    @Test
    void everyFamilyOfTheEngineIsReadAsItReadsIt() {
        List<String> different = new ArrayList<>();
        Set<String> refused = new TreeSet<>();
        for (String family : families()) {
            String arguments = ARGUMENTS.stream()
                    .filter(each -> !theirs(family + each).equals(REFUSED))
                    .findFirst()
                    .orElse("");
            for (String spelling : spellings(family)) {
                String name = spelling + arguments;
                String theirs = theirs(name);
                if (spelling.equals(family) && theirs.equals(REFUSED)) {
                    refused.add(family);
                }
                if (!theirs.equals(ours(name))) {
                    different.add(name + " is " + theirs + ", not " + ours(name));
                }
            }
        }

        assertThat(different).isEmpty();
        assertThat(refused)
                .as("families for which no arguments are listed here")
                .isEmpty();
    }

    /** All but Nothing, of which there is no value to ask for its type. */
    private List<String> families() {
        List<String> families = engine.text("SELECT name FROM system.data_type_families WHERE name != 'Nothing'"
                        + " ORDER BY name FORMAT TSVRaw")
                .lines()
                .toList();
        assertThat(families).hasSizeGreaterThan(100);
        return families;
    }

    private static Set<String> spellings(String family) {
        return new TreeSet<>(List.of(family, family.toLowerCase(Locale.ROOT), family.toUpperCase(Locale.ROOT)));
    }

    private String theirs(String name) {
        String select = "SELECT toTypeName(defaultValueOfTypeName('" + name.replace("'", "\\'")
                + "')) SETTINGS print_pretty_type_names = 0 FORMAT TSVRaw";
        return engine.accepts(select) ? engine.text(select) : REFUSED;
    }

    private static String ours(String name) {
        try {
            return DataTypes.parse(name).name();
        } catch (ConfigurationException | UnsupportedTypeException e) {
            return REFUSED;
        }
    }
}
