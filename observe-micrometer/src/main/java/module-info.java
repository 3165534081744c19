/** The client's operations and connections as timers, counters and gauges of Micrometer. */
module io.chconnect.observe.micrometer {
    requires transitive io.chconnect.client;
    requires transitive micrometer.core;
    requires static transitive org.jspecify;

    exports io.chconnect.observe.micrometer;
}
