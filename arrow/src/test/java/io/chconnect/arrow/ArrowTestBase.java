package io.chconnect.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.ClientBuilder;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.types.EngineHttp;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;

/** A client and an allocator, of which nothing may be left. */
abstract class ArrowTestBase {
    final EngineHttp engine;
    final Client client;
    final BufferAllocator allocator = new RootAllocator();
    final ArrowClient arrow;

    ArrowTestBase(ClickHouseServer server, String database) {
        engine = new EngineHttp(server);
        engine.text("CREATE DATABASE IF NOT EXISTS " + database + " ENGINE = Atomic");
        ClientBuilder builder = Client.builder().url(server.url()).database(database);
        EngineHttp.settings().forEach(builder::setting);
        client = builder.build();
        arrow = ArrowClient.of(client, allocator);
    }

    @AfterEach
    void nothingIsLeft() {
        client.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
        allocator.close();
    }
}
