package io.chconnect.client.internal.operation;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An operation in the flight recording. Its thread is the one that ended it. */
@Name("io.chconnect.Operation")
@Label("ClickHouse Operation")
@Description("A statement from the call to the end of its answer")
@Category({"ClickHouse Connect", "Client"})
@StackTrace(false)
final class OperationEvent extends Event {
    @Label("Operation Id")
    @Nullable
    String operationId;

    @Label("Query Id")
    @Nullable
    String queryId;

    @Label("Kind")
    @Nullable
    String kind;

    @Label("Statement")
    @Nullable
    String statement;

    @Label("Database")
    @Nullable
    String database;

    @Label("Target")
    @Nullable
    String target;

    @Label("End")
    @Nullable
    String how;

    @Label("Error")
    @Nullable
    String error;

    @Label("Attempts")
    int attempts;

    @Label("Rows Received")
    long rowsReceived;

    @Label("Rows Written")
    @Description("-1 when unknown")
    long rowsWritten;
}
