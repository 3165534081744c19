package io.chconnect.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.*;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements of the trial of jOOQ alone that change something. */
@DatabaseTest
class StatementTrialTest {
    private static final Table<Record> U = table(name("u"));
    private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
    private static final Field<String> W = field(name("w"), SQLDataType.VARCHAR);

    private final TestDatabase.Scratch database;
    private final DSLContext dsl;

    StatementTrialTest(TestDatabase.Scratch database) {
        this.database = database;
        this.dsl = ClickHouseDSL.using(database.client());
    }

    @BeforeEach
    void tables() {
        TrialTables.create(database);
    }

    private String u() {
        return Trial.rows(dsl.select(ID, W).from(U).orderBy(ID, W).fetch());
    }

    private String engine(String table) {
        return database.text("SELECT engine_full FROM system.tables WHERE database = '" + database.name()
                + "' AND name = '" + table + "'");
    }

    @Test
    void rowsAreInserted() {
        dsl.insertInto(U, ID, W).values(3, "three").values(4, "it's \\ four").execute();
        assertThat(u()).isEqualTo("1,one | 2,two | 3,three | 4,it's \\ four");
    }

    @Test
    void queriesAreInserted() {
        Field<Integer> id = field(name("t", "id"), Integer.class);
        dsl.insertInto(U, ID, W)
                .select(select(id.plus(10), field(name("t", "name"), String.class))
                        .from(table(name("t"))))
                .execute();
        assertThat(u()).isEqualTo("1,one | 2,two | 11,a | 12,b");
    }

    @Test
    void defaultsAreInserted() {
        dsl.insertInto(U).defaultValues().execute();
        assertThat(u()).isEqualTo("0, | 1,one | 2,two");
    }

    @Test
    void rowsAreUpdated() {
        dsl.update(U).set(W, "zz").where(ID.eq(1)).execute();
        assertThat(u()).isEqualTo("1,zz | 2,two");
    }

    @Test
    void rowsAreDeleted() {
        dsl.deleteFrom(U).where(ID.eq(1)).execute();
        assertThat(u()).isEqualTo("2,two");
        dsl.deleteFrom(U).execute();
        assertThat(u()).isEmpty();
    }

    @Test
    void tablesAreTruncated() {
        dsl.truncate(U).execute();
        assertThat(u()).isEmpty();
    }

    @Test
    void databasesAreCreatedAndDropped() {
        String name = database.name() + "_more";
        dsl.createDatabase(name).execute();
        dsl.createDatabaseIfNotExists(name).execute();
        assertThat(database.text("EXISTS DATABASE " + name)).isEqualTo("1");
        dsl.dropDatabase(name).execute();
        dsl.createSchemaIfNotExists(name).execute();
        assertThat(database.text("EXISTS DATABASE " + name)).isEqualTo("1");
        dsl.dropSchema(name).cascade().execute();
        dsl.dropSchemaIfExists(name).cascade().execute();
        assertThat(database.text("EXISTS DATABASE " + name)).isEqualTo("0");
    }

    @Test
    void tablesAreCreatedWithoutAKey() {
        dsl.dropTableIfExists("ct").execute();
        dsl.createTable("ct")
                .column("id", SQLDataType.BIGINT.notNull())
                .column("s", SQLDataType.VARCHAR(20))
                .column("d", SQLDataType.DECIMAL(12, 3))
                .column("ts", SQLDataType.TIMESTAMP(6))
                .column("dt", SQLDataType.DATE)
                .column("b", SQLDataType.BOOLEAN)
                .column("u", SQLDataType.UUID)
                .column("bl", SQLDataType.VARBINARY)
                .column("f", SQLDataType.DOUBLE)
                .column("us", SQLDataType.INTEGERUNSIGNED)
                .execute();
        assertThat(engine("ct")).isEqualTo("Log");
    }

    @Test
    void tablesAreCreatedWithAKey() {
        dsl.dropTableIfExists("ct2").execute();
        dsl.createTable("ct2")
                .column("id", SQLDataType.BIGINT.notNull())
                .column("s", SQLDataType.VARCHAR.array())
                .primaryKey("id")
                .execute();
        assertThat(engine("ct2")).startsWith("MergeTree PRIMARY KEY (id) ORDER BY (id)");
    }

    @Test
    void theStorageClauseIsTheEngine() {
        dsl.dropTableIfExists("ct4").execute();
        dsl.createTable("ct4")
                .column("id", SQLDataType.BIGINT.notNull())
                .column("s", SQLDataType.VARCHAR)
                .storage("ENGINE = MergeTree ORDER BY id SETTINGS index_granularity=1024")
                .execute();
        assertThat(engine("ct4")).isEqualTo("MergeTree ORDER BY id SETTINGS index_granularity = 1024");
    }

    @Test
    void defaultsAndCommentsAreKept() {
        dsl.dropTableIfExists("ct5").execute();
        dsl.createTable("ct5")
                .column("id", SQLDataType.BIGINT.notNull().defaultValue(5L))
                .primaryKey("id")
                .comment("it's hello")
                .execute();
        assertThat(database.text(
                        "SELECT comment FROM system.tables WHERE name = 'ct5' AND database = currentDatabase()"))
                .isEqualTo("it's hello");
        assertThat(
                        database.text(
                                "SELECT default_expression FROM system.columns WHERE table = 'ct5' AND database = currentDatabase()"))
                .isEqualTo("5");
    }

    @Test
    void tablesAreCreatedFromQueries() {
        dsl.dropTableIfExists("ct6").execute();
        dsl.createTable("ct6")
                .as(select(field(name("t", "id"))).from(table(name("t"))))
                .execute();
        assertThat(dsl.fetchCount(table(name("ct6")))).isEqualTo(2);
    }

    @Test
    void temporaryTablesAreCreated() {
        String sql = dsl.createTemporaryTable("tmpx")
                .column("id", SQLDataType.BIGINT)
                .getSQL();
        assertThat(sql).startsWith("create temporary table");
        dsl.execute(sql);
    }

    @Test
    void viewsAreCreatedAndDropped() {
        dsl.createOrReplaceView("vw", "a")
                .as(select(field(name("t", "id"))).from(table(name("t"))))
                .execute();
        assertThat(dsl.fetchCount(table(name("vw")))).isEqualTo(2);
        dsl.dropView("vw").execute();
    }

    @Test
    void columnsAreAddedRenamedChangedAndDropped() {
        dsl.alterTable(U).addColumn("extra", SQLDataType.VARCHAR).execute();
        dsl.alterTable(U).renameColumn("extra").to("extra2").execute();
        dsl.alterTable(U).alterColumn("extra2").set(SQLDataType.INTEGER).execute();
        assertThat(
                        database.text(
                                "SELECT type FROM system.columns WHERE table = 'u' AND name = 'extra2' AND database = currentDatabase()"))
                .isEqualTo("Nullable(Int32)");
        dsl.alterTable(U).dropColumn("extra2").execute();
    }

    @Test
    void defaultsOfColumnsAreChanged() {
        dsl.alterTable(U).alterColumn(W).setDefault("it's").execute();
        dsl.insertInto(U, ID).values(3).execute();
        dsl.alterTable(U).alterColumn(W).dropDefault().execute();
        dsl.insertInto(U, ID).values(4).execute();
        assertThat(u()).isEqualTo("1,one | 2,two | 3,it's | 4,");
    }

    @Test
    void columnsOfTimesKeepFractions() {
        dsl.dropTableIfExists("times").execute();
        Field<LocalDateTime> local = field(name("local"), SQLDataType.LOCALDATETIME);
        Field<Instant> instant = field(name("instant"), SQLDataType.INSTANT);
        dsl.createTable("times")
                .column("local", SQLDataType.LOCALDATETIME)
                .column("milli", SQLDataType.LOCALDATETIME(3).notNull())
                .column(instant)
                .column("offset", SQLDataType.OFFSETDATETIME(9))
                .column("made", SQLDataType.LOCALDATETIME(0).notNull().defaultValue(currentLocalDateTime()))
                .comment("times")
                .execute();
        assertThat(database.text("SELECT arrayStringConcat(groupArray(type), ';') FROM system.columns"
                        + " WHERE table = 'times' AND database = currentDatabase()"))
                .isEqualTo("Nullable(DateTime64(6));DateTime64(3);Nullable(DateTime64(6, 'UTC'));"
                        + "Nullable(DateTime64(9, 'UTC'));DateTime64(0)");
        LocalDateTime time = LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_456_000);
        Instant point = Instant.parse("2024-01-02T03:04:05.654321Z");
        dsl.insertInto(table(name("times")), local, instant).values(time, point).execute();
        assertThat(dsl.select(local, instant)
                        .from(table(name("times")))
                        .fetchSingle()
                        .intoArray())
                .containsExactly(time, point);
        assertThatThrownBy(() -> dsl.alterTable("times")
                        .addColumn("more", SQLDataType.LOCALDATETIME(3))
                        .execute())
                .isInstanceOf(SQLDialectNotSupportedException.class)
                .hasMessageContaining("ClickHouseTypes");
        dsl.alterTable("times").addColumn("more", ClickHouseTypes.dateTime64(3)).execute();
    }

    @Test
    void cascadeSaysNothing() {
        dsl.truncate(U).cascade().execute();
        assertThat(u()).isEmpty();
        dsl.createView("cascaded").as(select(inline(1))).execute();
        dsl.dropView("cascaded").cascade().execute();
        dsl.dropTable(U).cascade().execute();
        assertThat(database.text("EXISTS TABLE u")).isEqualTo("0");
    }

    @Test
    void constraintsHaveNames() {
        dsl.dropTableIfExists("checked").execute();
        dsl.createTable("checked")
                .column("id", SQLDataType.INTEGER.notNull())
                .constraints(primaryKey("id"), constraint("positive").check(ID.gt(0)))
                .execute();
        dsl.alterTable("checked").add(constraint("small").check(ID.lt(10))).execute();
        Table<Record> checked = table(name("checked"));
        dsl.insertInto(checked, ID).values(5).execute();
        assertThatThrownBy(() -> dsl.insertInto(checked, ID).values(0).execute())
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> dsl.insertInto(checked, ID).values(10).execute())
                .hasMessageContaining("small");
        dsl.alterTable("checked").drop(constraint("small")).execute();
        dsl.insertInto(checked, ID).values(10).execute();
        assertThat(dsl.fetchCount(checked)).isEqualTo(2);
    }

    @Test
    void aRenamedTableStaysInItsDatabase() {
        dsl.dropTableIfExists("u2").execute();
        dsl.alterTable(table(name(database.name(), "u"))).renameTo("u2").execute();
        assertThat(database.text("EXISTS TABLE " + database.name() + ".u2")).isEqualTo("1");
    }

    @Test
    void indexesAreCreated() {
        dsl.createIndex("ix").on("t", "v").execute();
        assertThat(
                        database.text(
                                "SELECT count() FROM system.data_skipping_indices WHERE name = 'ix' AND database = currentDatabase()"))
                .isEqualTo("1");
    }

    @Test
    void tablesHaveComments() {
        dsl.commentOnTable("t").is("a 'comment' \\").execute();
        assertThat(database.text("SELECT comment FROM system.tables WHERE name = 't' AND database = currentDatabase()"))
                .isEqualTo("a 'comment' \\");
    }

    @Test
    void queriesAreExplained() {
        assertThat(dsl.explain(select(ID).from(U)).plan()).contains("ReadFromMergeTree");
    }

    @Test
    void theParserOfJooqReadsWhatItCan() {
        String translated = dsl.parser()
                .parseSelect("select count(*) filter (where v > 1) from t where name like 'a%'")
                .getSQL(org.jooq.conf.ParamType.INLINED);
        assertThat(database.text(translated)).isEqualTo("1");
        DSLContext postgres = dsl.configuration()
                .deriveSettings(settings -> settings.withParseDialect(SQLDialect.POSTGRES))
                .dsl();
        assertThat(Trial.rows(postgres.parser()
                        .parseResultQuery(
                                "select date_trunc('month', ts) as m, count(*) filter (where v > 1) from t group by 1"
                                        + " order by 1 limit 5")
                        .fetch()))
                .isEqualTo("2024-01-01,2");
        assertThat(database.text(postgres.parser()
                        .parseSelect("select max(id) from f final")
                        .getSQL()))
                .isEqualTo("2");
    }
}
