package io.chconnect.conformance.client;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** All carriers; HTTP alone where the environment says that the engine under test works as a server only. */
final class Carriers implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        boolean serverOnly = "true".equals(System.getenv("CLICKHOUSE_CONNECT_SERVER_ONLY"));
        return Arrays.stream(Carrier.values())
                .filter(carrier -> carrier == Carrier.HTTP || !serverOnly)
                .map(Arguments::of);
    }
}
