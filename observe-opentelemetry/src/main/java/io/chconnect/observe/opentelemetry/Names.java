package io.chconnect.observe.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/** The names of the database semantic conventions, version 1.33 (stable), and those of our own, which begin with clickhouse. */
final class Names {
    static final String SCOPE = "io.chconnect.client";
    static final String DURATION = "db.client.operation.duration";
    static final String SENT = "clickhouse.sent";
    static final String FIRST_BYTE = "clickhouse.first_byte";

    static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
    static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
    static final AttributeKey<String> STATUS = AttributeKey.stringKey("db.response.status_code");
    static final AttributeKey<Long> ROWS = AttributeKey.longKey("db.response.returned_rows");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    static final AttributeKey<String> QUERY_ID = AttributeKey.stringKey("clickhouse.query_id");
    static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("clickhouse.attempt");
    static final AttributeKey<String> END = AttributeKey.stringKey("clickhouse.end");
    static final AttributeKey<Long> WRITTEN = AttributeKey.longKey("clickhouse.written_rows");

    private Names() {}
}
