package io.chconnect.conformance.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeTable;
import io.chconnect.types.TypeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "types.md");

    @Test
    void thePageIsWhatTheMatrixSays() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, TypeTable.page(), StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("docs/types.md; -Ddocs.write=true writes it anew")
                .isEqualTo(TypeTable.page());
    }

    @Test
    void theMatrixHasEveryKindOfType() {
        Set<TypeKind> missing = EnumSet.allOf(TypeKind.class);
        TypeMatrix.rows().forEach(row -> missing.removeAll(row.kinds()));
        // Nothing has no value but within Nullable and Array; states of aggregate functions are not supported.
        assertThat(missing).containsExactlyInAnyOrder(TypeKind.NOTHING, TypeKind.AGGREGATE_FUNCTION);
    }
}
