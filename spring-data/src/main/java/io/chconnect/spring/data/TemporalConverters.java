package io.chconnect.spring.data;

import java.sql.JDBCType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;

/** Hands dates and times to the driver as they are. Spring's own way, by Timestamp, would go through the zone of the JVM. */
final class TemporalConverters {
    /** One for each class. */
    static final List<Object> ALL = List.of(OfDate.INSTANCE, OfDateTime.INSTANCE, OfInstant.INSTANCE);

    private TemporalConverters() {}

    @WritingConverter
    private enum OfDate implements Converter<LocalDate, JdbcValue> {
        INSTANCE;

        @Override
        public JdbcValue convert(LocalDate source) {
            return JdbcValue.of(source, JDBCType.DATE);
        }
    }

    @WritingConverter
    private enum OfDateTime implements Converter<LocalDateTime, JdbcValue> {
        INSTANCE;

        @Override
        public JdbcValue convert(LocalDateTime source) {
            return JdbcValue.of(source, JDBCType.TIMESTAMP);
        }
    }

    @WritingConverter
    private enum OfInstant implements Converter<Instant, JdbcValue> {
        INSTANCE;

        @Override
        public JdbcValue convert(Instant source) {
            return JdbcValue.of(source, JDBCType.TIMESTAMP_WITH_TIMEZONE);
        }
    }
}
