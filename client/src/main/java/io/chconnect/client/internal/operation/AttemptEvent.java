package io.chconnect.client.internal.operation;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An attempt of an operation in the flight recording. */
@Name("io.chconnect.Attempt")
@Label("ClickHouse Attempt")
@Description("One attempt to run a statement")
@Category({"ClickHouse Connect", "Client"})
@StackTrace(false)
final class AttemptEvent extends Event {
    @Label("Operation Id")
    @Nullable
    String operationId;

    @Label("Number")
    int number;

    @Label("Host")
    @Nullable
    String host;

    @Label("Port")
    int port;

    @Label("Query Id")
    @Nullable
    String queryId;

    @Label("Error")
    @Nullable
    String error;
}
