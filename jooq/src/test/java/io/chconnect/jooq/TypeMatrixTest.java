package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import io.chconnect.testkit.types.Sample;
import io.chconnect.testkit.types.TypeMatrix;
import io.chconnect.testkit.types.TypeSamples;
import io.chconnect.types.DataTypes;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The boundary values of every type, bound and written into the text. */
@DatabaseTest
class TypeMatrixTest {
    private final DSLContext dsl;

    TypeMatrixTest(TestDatabase.Scratch database) {
        dsl = ClickHouseDSL.with(
                ClickHouseDSL.using(database.client()),
                request -> request.setting("allow_suspicious_low_cardinality_types", 1)
                        .setting("enable_nullable_tuple_type", 1));
    }

    static List<TypeSamples> types() {
        return TypeMatrix.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void boundValuesComeBack(TypeSamples type) {
        for (Sample sample : type.samples()) {
            check(type, sample, false);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void inlinedValuesComeBack(TypeSamples type) {
        for (Sample sample : type.samples()) {
            check(type, sample, true);
        }
    }

    @SuppressWarnings("unchecked")
    private void check(TypeSamples type, Sample sample, boolean inlined) {
        DataType<Object> dataType = (DataType<Object>) (DataType<?>) ClickHouseTypes.of(type.type(), Object.class);
        Field<Object> value = inlined ? inline(sample.value(), dataType) : val(sample.value(), dataType);
        Record row =
                dsl.select(value.as("x"), field("toTypeName(x)", String.class)).fetchSingle();
        assertThat(row.get(0)).as("%s as %s", sample.sql(), type.type().name()).isEqualTo(sample.value());
        if (sample.value() != null) {
            // A parameter without a zone cannot hold the last second before 1970, so that value goes in UTC.
            String name = row.get(1, String.class).replace("DateTime64(3, 'UTC')", "DateTime64(3)");
            assertThat(DataTypes.parse(name)).isEqualTo(type.type());
        }
    }
}
