/** The ClickHouse client: statements, parameters, results and inserts, over any transport. */
@SuppressWarnings("module") // the modules of qualified exports are compiled later
module io.chconnect.client {
    requires transitive io.chconnect.codec;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires static jdk.jfr;
    requires org.slf4j;
    requires org.lz4.java;
    requires static com.aayushatharva.brotli4j;
    requires static com.github.luben.zstd_jni;
    requires static transitive org.jspecify;

    exports io.chconnect.client;
    exports io.chconnect.client.config;
    exports io.chconnect.client.transport;
    exports io.chconnect.client.internal.insert to
            io.chconnect.jdbc;
    exports io.chconnect.client.internal.sql to
            io.chconnect.arrow,
            io.chconnect.jdbc,
            io.chconnect.jooq;

    uses io.chconnect.client.transport.TransportProvider;

    provides io.chconnect.client.transport.TransportProvider with
            io.chconnect.client.internal.http.HttpTransportProvider;
}
