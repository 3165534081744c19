/** An application with a module of its own. */
module com.example.named {
    requires io.chconnect.client;

    exports com.example.named.rows;
}
