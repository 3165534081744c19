package io.chconnect.jdbc;

class EmbeddedDriverTest extends DriverContract {
    @Override
    String url() {
        return "jdbc:chdb:memory";
    }
}
