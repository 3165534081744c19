package io.chconnect.engine.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PasswordGateTest {
    @Test
    void acceptsTheEngineOnceAndThenThePasswordOnly() throws IOException {
        int port = FreePorts.choose();
        PasswordGate.open(port, UsersXml.sha256Hex("p\u00e4ss:word"));

        assertThat(answer(port, "no head at all")).contains(" 401 ");
        assertThat(answer(port, credentials("default:wrong"))).contains(" 401 ");
        assertThat(answer(port, credentials("default:"))).contains(" 200 ");
        assertThat(answer(port, credentials("default:"))).contains(" 401 ");
        assertThat(answer(port, credentials("default:p\u00e4ss:word"))).contains(" 200 ");
        assertThat(answer(port, "Authorization: Basic !!!")).contains(" 401 ");
    }

    private static String credentials(String text) {
        return "AUTHORIZATION: Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(int port, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
