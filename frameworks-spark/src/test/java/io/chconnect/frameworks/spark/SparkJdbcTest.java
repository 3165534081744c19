package io.chconnect.frameworks.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.jdbc.ClickHouseDriver;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.jdbc.JdbcDialects;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads and writes tables by its JDBC source. Hadoop in Spark 3.5 needs a JDK before 23. */
@Tag("soak")
@Timeout(300)
@EnabledForJreRange(max = JRE.JAVA_22)
@ClickHouseServerTest
class SparkJdbcTest {
    private static final int PARTITIONS = 4;
    private static final long ROWS = 1_000_000;
    private static final ClickHouseDialect DIALECT = new ClickHouseDialect();

    private static SparkSession spark;

    private final ClickHouseServer server;

    SparkJdbcTest(ClickHouseServer server) {
        this.server = server;
    }

    @BeforeAll
    static void start(@TempDir Path directory) {
        JdbcDialects.registerDialect(DIALECT);
        spark = SparkSession.builder()
                .appName("ClickHouse Connect")
                .master("local[" + PARTITIONS + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", directory.toUri().toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
        JdbcDialects.unregisterDialect(DIALECT);
    }

    @Test
    void aTableIsReadInPartitions() throws SQLException {
        execute(
                "CREATE DATABASE spark_read ENGINE = Atomic",
                "CREATE TABLE spark_read.flights (id UInt32, date DateTime('UTC'), delay Int16,"
                        + " origin LowCardinality(String)) ENGINE = MergeTree ORDER BY id",
                "INSERT INTO spark_read.flights SELECT number, toDateTime('2001-01-01 00:00:00', 'UTC') + number,"
                        + " number % 100 - 20, concat('A', toString(number % 7)) FROM numbers(" + ROWS + ")");

        Dataset<Row> flights = read(Map.of(
                "dbtable",
                "spark_read.flights",
                "partitionColumn",
                "id",
                "lowerBound",
                "0",
                "upperBound",
                String.valueOf(ROWS),
                "numPartitions",
                String.valueOf(PARTITIONS)));
        Map<Object, Long> parts = new TreeMap<>();
        for (Row part : flights.groupBy(functions.spark_partition_id()).count().collectAsList()) {
            parts.put(part.get(0), part.getLong(1));
        }
        Row sums = flights.agg(functions.sum("id"), functions.sum("delay"), functions.max("date"))
                .first();

        assertThat(flights.schema().simpleString())
                .isEqualTo("struct<id:bigint,date:timestamp,delay:smallint,origin:string>");
        assertThat(flights.rdd().getNumPartitions()).isEqualTo(PARTITIONS);
        assertThat(parts).hasSize(PARTITIONS).values().containsOnly(ROWS / PARTITIONS);
        assertThat(sums.get(0)).isEqualTo(ROWS * (ROWS - 1) / 2);
        assertThat(sums.getLong(1)).isEqualTo(ROWS * 99 / 2 - 20 * ROWS);
        assertThat(sums.getTimestamp(2).toInstant())
                .isEqualTo(Instant.parse("2001-01-01T00:00:00Z").plusSeconds(ROWS - 1));
    }

    @Test
    void filtersAreEvaluatedByTheServer() throws SQLException {
        execute(
                "CREATE DATABASE spark_filter ENGINE = Atomic",
                "CREATE TABLE spark_filter.texts (id Int32, `a text` String) ENGINE = MergeTree ORDER BY id",
                "INSERT INTO spark_filter.texts VALUES (1, 'a\\\\'), (2, 'it\\'s'), (3, '\\') OR 1=1 --')");
        Dataset<Row> texts = read(Map.of("dbtable", "spark_filter.texts"));

        for (String text : List.of("a\\", "it's", "') OR 1=1 --")) {
            Dataset<Row> found =
                    texts.filter(functions.col("a text").equalTo(text)).select("id");
            assertThat(found.collectAsList()).as(text).hasSize(1);
            assertThat(found.queryExecution().executedPlan().toString())
                    .contains("*EqualTo(a text,")
                    .doesNotContain("Filter (");
        }
    }

    @Test
    void aQueryMayBeTheTable() {
        Dataset<Row> read = read(Map.of(
                "query",
                "SELECT toUInt64(18446744073709551615) AS large, CAST('1.5', 'Decimal(10, 2)') AS price, true AS yes"));

        Row row = read.first();
        assertThat(row.getDecimal(0)).isEqualByComparingTo("18446744073709551615");
        assertThat(row.getDecimal(1)).isEqualByComparingTo("1.5");
        assertThat(row.getBoolean(2)).isTrue();
    }

    @Test
    void theTypesOfClickHouseHaveTypesOfSpark() {
        Dataset<Row> read = read(Map.of(
                "query",
                "SELECT toInt8(-1) AS i8, toInt16(-2) AS i16, toInt32(-3) AS i32, toInt64(-4) AS i64, toUInt8(255) AS u8,"
                        + " toUInt16(65535) AS u16, toUInt32(4294967295) AS u32, toUInt64(18446744073709551615) AS u64,"
                        + " toFloat32(0.5) AS f32, toFloat64(0.25) AS f64, toDecimal128('1.5', 10) AS d, true AS b,"
                        + " 'text' AS s, toFixedString('four', 4) AS fs, CAST('x', 'Enum8(\\'x\\' = 1)') AS e,"
                        + " toUUID('00000000-0000-0000-0000-000000000007') AS u, toDate('2001-01-02') AS day,"
                        + " toDate32('1969-01-02') AS day32, toDateTime('2001-01-01 10:00:00', 'Asia/Tokyo') AS t,"
                        + " toDateTime64('1969-01-01 10:00:00.123456', 6, 'UTC') AS t64"));

        assertThat(read.schema().simpleString())
                .isEqualTo("struct<i8:tinyint,i16:smallint,i32:int,i64:bigint,u8:smallint,u16:int,u32:bigint,"
                        + "u64:decimal(20,0),f32:float,f64:double,d:decimal(38,10),b:boolean,s:string,fs:string,e:string,"
                        + "u:string,day:date,day32:date,t:timestamp,t64:timestamp>");
        assertThat(read.selectExpr("concat_ws(' ', *)").first().getString(0))
                .isEqualTo(
                        "-1 -2 -3 -4 255 65535 4294967295 18446744073709551615 0.5 0.25 1.5000000000 true text four x"
                                + " 00000000-0000-0000-0000-000000000007 2001-01-02 1969-01-02 2001-01-01 01:00:00"
                                + " 1969-01-01 10:00:00.123456");
    }

    @Test
    void aDatasetIsWrittenAndReadBack() throws SQLException {
        execute("CREATE DATABASE spark_write ENGINE = Atomic");
        StructType schema = new StructType()
                .add("id", DataTypes.LongType, false)
                .add("name", DataTypes.StringType, true)
                .add("price", DataTypes.createDecimalType(12, 3), true)
                .add("day", DataTypes.DateType, true)
                .add("at", DataTypes.TimestampType, true)
                .add("ratio", DataTypes.DoubleType, true)
                .add("small", DataTypes.ShortType, true)
                .add("yes", DataTypes.BooleanType, true)
                .add("bytes", DataTypes.BinaryType, true);
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < 10_000; id++) {
            rows.add(RowFactory.create(
                    id,
                    "it's \\ " + id,
                    new BigDecimal(id).movePointLeft(3),
                    Date.valueOf(LocalDate.of(1969, 12, 31)),
                    Timestamp.from(Instant.parse("2001-03-25T02:30:00.123456Z")),
                    id / 3.0,
                    (short) -id,
                    id % 2 == 0,
                    new byte[] {0, (byte) 0xFF, (byte) id}));
        }
        rows.add(RowFactory.create(10_000L, null, null, null, null, null, null, null, null));
        Dataset<Row> dataset = spark.createDataFrame(rows, schema).repartition(PARTITIONS);

        dataset.write()
                .format("jdbc")
                .options(options())
                .option("dbtable", "spark_write.prices")
                .option("createTableOptions", "ENGINE = MergeTree ORDER BY id")
                .option("clickhouse_setting_data_type_default_nullable", "1")
                .option("batchsize", 1000)
                .mode(SaveMode.Overwrite)
                .save();
        dataset.filter("id < 100")
                .write()
                .format("jdbc")
                .options(options())
                .option("dbtable", "spark_write.prices")
                .mode(SaveMode.Append)
                .save();

        Dataset<Row> back = read(Map.of("dbtable", "spark_write.prices"));
        assertThat(back.count()).isEqualTo(10_101);
        assertThat(back.drop("bytes")
                        .distinct()
                        .exceptAll(dataset.drop("bytes"))
                        .count())
                .isZero();
        assertThat(column("SELECT concat(name, ' ', type) FROM system.columns WHERE database = 'spark_write'"))
                .containsExactly(
                        "id Int64",
                        "name Nullable(String)",
                        "price Nullable(Decimal(12, 3))",
                        "day Nullable(Date32)",
                        "at Nullable(DateTime64(6, 'UTC'))",
                        "ratio Nullable(Float64)",
                        "small Nullable(Int16)",
                        "yes Nullable(Bool)",
                        "bytes Nullable(String)");
        assertThat(column("SELECT hex(bytes) FROM spark_write.prices WHERE id = 200"))
                .containsExactly("00FFC8");
    }

    private Map<String, String> options() {
        return Map.of("url", "jdbc:clickhouse:" + server.url(), "driver", ClickHouseDriver.class.getName());
    }

    private Dataset<Row> read(Map<String, String> more) {
        return spark.read().format("jdbc").options(options()).options(more).load();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:chconnect:" + server.url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:chconnect:" + server.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
