/** The Native columnar format of ClickHouse: blocks, columns and their codecs. */
module io.chconnect.codec {
    requires transitive io.chconnect.types;
    requires static transitive org.jspecify;

    exports io.chconnect.codec;
    exports io.chconnect.codec.column;
}
