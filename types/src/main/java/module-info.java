/** Data types of ClickHouse, the values and texts they stand for, and every exception of the suite. */
module io.chconnect.types {
    requires static transitive org.jspecify;

    exports io.chconnect.error;
    exports io.chconnect.types;
    exports io.chconnect.types.binary;
    exports io.chconnect.types.text;
    exports io.chconnect.types.value;
}
