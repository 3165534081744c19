/** The ClickHouse engine in this process as a transport of the client: URLs {@code chdb:memory} and {@code chdb:/path}. */
module io.chconnect.embedded {
    requires transitive io.chconnect.client;
    requires transitive io.chconnect.engine;
    requires static transitive org.jspecify;

    exports io.chconnect.embedded;

    provides io.chconnect.client.transport.TransportProvider with
            io.chconnect.embedded.EmbeddedTransportProvider;
}
