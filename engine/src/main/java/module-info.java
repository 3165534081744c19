/** The ClickHouse engine libchdb: found, fetched, used in process, and run as a local server in a child process. */
module io.chconnect.engine {
    requires transitive io.chconnect.types;
    requires static transitive org.jspecify;
    requires com.sun.jna;

    exports io.chconnect.engine;
}
