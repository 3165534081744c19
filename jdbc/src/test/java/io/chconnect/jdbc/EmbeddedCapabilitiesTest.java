package io.chconnect.jdbc;

class EmbeddedCapabilitiesTest extends CapabilitiesContract {
    @Override
    String url() {
        return "jdbc:chdb:memory";
    }

    @Override
    String databaseEngine() {
        return " ENGINE = Atomic";
    }
}
