/** Query results as Apache Arrow vectors, and inserts of them. */
module io.chconnect.arrow {
    requires transitive io.chconnect.client;
    requires transitive org.apache.arrow.memory.core;
    requires transitive org.apache.arrow.vector;
    requires static com.github.luben.zstd_jni;
    requires static transitive org.jspecify;
    requires org.apache.arrow.c;
    requires org.lz4.java;

    exports io.chconnect.arrow;
}
