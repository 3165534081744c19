/** The Native columnar format of ClickHouse: blocks, columns and their codecs. */
@SuppressWarnings("module") // the modules of qualified exports are compiled later
module io.chconnect.codec {
    requires transitive io.chconnect.types;
    requires static com.github.luben.zstd_jni;
    requires static transitive org.jspecify;
    requires org.lz4.java;

    exports io.chconnect.codec;
    exports io.chconnect.codec.column;
    exports io.chconnect.codec.internal.frame to
            io.chconnect.client;
}
