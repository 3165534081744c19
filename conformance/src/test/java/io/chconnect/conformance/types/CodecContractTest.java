package io.chconnect.conformance.types;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.types.CodecContract;

class CodecContractTest extends CodecContract {
    CodecContractTest(ClickHouseServer server) {
        super(server);
    }
}
