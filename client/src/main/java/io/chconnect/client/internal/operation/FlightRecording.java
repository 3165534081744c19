package io.chconnect.client.internal.operation;

import io.chconnect.client.OperationListener;
import java.util.Optional;

/** Events of the flight recorder, where the JVM has its module. */
final class FlightRecording {
    private FlightRecording() {}

    /** Empty in a JVM without the module {@code jdk.jfr}. */
    static Optional<OperationListener> listener() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent()
                ? Optional.of(OperationRecorder::start)
                : Optional.empty();
    }
}
