package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
@ClickHouseServerTest
class MyBatisTest {
    private final ClickHouseServer server;

    MyBatisTest(ClickHouseServer server) {
        this.server = server;
    }

    /** A row of the tests' table. */
    public record Reading(long id, String sensor, double value, LocalDateTime at) {}

    /** The statements. */
    public interface Readings {
        @Update("DROP TABLE IF EXISTS mybatis_readings")
        void drop();

        @Update("CREATE TABLE mybatis_readings (id Int64, sensor String, value Float64, at DateTime('UTC'))"
                + " ENGINE = MergeTree ORDER BY id")
        void create();

        @Insert("INSERT INTO mybatis_readings (id, sensor, value, at) VALUES (#{id}, #{sensor}, #{value}, #{at})")
        int add(Reading reading);

        @Select("SELECT id, sensor, value, at FROM mybatis_readings WHERE sensor = #{sensor} ORDER BY id")
        List<Reading> of(@Param("sensor") String sensor);

        @Select("<script>SELECT count() FROM mybatis_readings WHERE id IN"
                + " <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach></script>")
        long count(@Param("ids") List<Long> ids);

        @Delete("DELETE FROM mybatis_readings WHERE id = #{id}")
        int remove(@Param("id") long id);
    }

    @ParameterizedTest
    @EnumSource
    void mappersReadAndWrite(Place place) {
        SqlSessionFactory factory = factory(place);
        Reading reading = new Reading(1, "a", 1.5, LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        try (SqlSession session = factory.openSession(true)) {
            Readings readings = session.getMapper(Readings.class);
            readings.drop();
            readings.create();

            assertThat(readings.add(reading)).isEqualTo(1);
            assertThat(readings.of("a")).containsExactly(reading);
            readings.remove(1);
            assertThat(readings.of("a")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchSessionInsertsAtItsCommit(Place place) {
        SqlSessionFactory factory = factory(place);
        try (SqlSession session = factory.openSession(ExecutorType.BATCH, false)) {
            Readings readings = session.getMapper(Readings.class);
            readings.drop();
            readings.create();
            for (long id = 0; id < 1000; id++) {
                readings.add(new Reading(id, "b", id, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
            }
            session.commit();
        }
        try (SqlSession session = factory.openSession()) {
            Readings readings = session.getMapper(Readings.class);
            assertThat(readings.of("b")).hasSize(1000);
            assertThat(readings.count(List.of(1L, 2L, 5000L))).isEqualTo(2);
        }
    }

    private SqlSessionFactory factory(Place place) {
        Configuration configuration =
                new Configuration(new Environment("test", new JdbcTransactionFactory(), place.dataSource(server)));
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.addMapper(Readings.class);
        return new SqlSessionFactoryBuilder().build(configuration);
    }
}
