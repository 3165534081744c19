/** The JDBC driver of ClickHouse, on the client and any of its transports. */
module io.chconnect.jdbc {
    requires transitive io.chconnect.client;
    requires transitive java.sql;
    requires transitive java.naming;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.chconnect.jdbc;

    provides java.sql.Driver with
            io.chconnect.jdbc.ClickHouseDriver;
}
