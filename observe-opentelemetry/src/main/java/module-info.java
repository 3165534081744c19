/** The client's operations as spans and metrics of OpenTelemetry. */
module io.chconnect.observe.opentelemetry {
    requires transitive io.chconnect.client;
    requires transitive io.opentelemetry.api;
    requires io.opentelemetry.common;
    requires io.opentelemetry.context;
    requires static transitive org.jspecify;

    exports io.chconnect.observe.opentelemetry;
}
