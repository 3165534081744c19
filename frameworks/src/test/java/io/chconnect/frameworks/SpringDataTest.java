package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

@Timeout(120)
@ClickHouseServerTest
class SpringDataTest {
    private final ClickHouseServer server;

    SpringDataTest(ClickHouseServer server) {
        this.server = server;
    }

    /** An entity that brings its id. */
    @Table("spring_books")
    public record Book(@Id Long id, String title, LocalDate published, Instant changed) {
        Book(long id, String title, LocalDate published) {
            this(id, title, published, Instant.parse("2026-01-02T03:04:05.678Z"));
        }
    }

    /** Made by Spring. */
    public interface Books extends ListCrudRepository<Book, Long>, PagingAndSortingRepository<Book, Long> {
        List<Book> findByTitleStartingWithOrderById(String start);

        @Query("SELECT * FROM spring_books WHERE published >= :since ORDER BY id")
        List<Book> since(LocalDate since);
    }

    @ParameterizedTest
    @EnumSource
    void repositoriesFindPageAndDelete(Place place) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> place.dataSource(server));
            context.register(Application.class);
            context.refresh();
            JdbcTemplate template = new JdbcTemplate(context.getBean(DataSource.class));
            template.execute("DROP TABLE IF EXISTS spring_books");
            template.execute(
                    "CREATE TABLE spring_books (id Int64, title String, published Date, changed DateTime64(3, 'UTC'))"
                            + " ENGINE = MergeTree ORDER BY id");
            JdbcAggregateTemplate aggregates = context.getBean(JdbcAggregateTemplate.class);
            Books books = context.getBean(Books.class);
            for (long id = 1; id <= 5; id++) {
                aggregates.insert(
                        new Book(id, id % 2 == 0 ? "Even `" + id : "Odd " + id, LocalDate.of(2020, 1, (int) id)));
            }

            assertThat(books.findById(2L)).contains(new Book(2, "Even `2", LocalDate.of(2020, 1, 2)));
            assertThat(books.findByTitleStartingWithOrderById("Odd"))
                    .extracting(Book::id)
                    .containsExactly(1L, 3L, 5L);
            assertThat(books.since(LocalDate.of(2020, 1, 4)))
                    .extracting(Book::id)
                    .containsExactly(4L, 5L);
            Page<Book> page = books.findAll(PageRequest.of(1, 2, Sort.by("id")));
            assertThat(page.getTotalElements()).isEqualTo(5);
            assertThat(page.getContent()).extracting(Book::id).containsExactly(3L, 4L);
            books.deleteById(3L);
            assertThat(books.count()).isEqualTo(4);
            assertThat(books.existsById(3L)).isFalse();
        }
    }

    /** The set-up of an application without Boot. */
    @Configuration
    @EnableJdbcRepositories(considerNestedRepositories = true, basePackageClasses = SpringDataTest.class)
    static class Application extends AbstractJdbcConfiguration {
        @Bean
        NamedParameterJdbcOperations operations(DataSource source) {
            return new NamedParameterJdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }
    }
}
