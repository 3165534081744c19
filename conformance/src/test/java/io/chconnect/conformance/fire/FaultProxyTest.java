package io.chconnect.conformance.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.testkit.fault.Fault;
import io.chconnect.testkit.fault.FaultProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The faulty proxy does what tests take for granted. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultProxyTest {
    private static final byte[] REQUEST = new byte[] {1, 2, 3};
    private static final byte[] ANSWER = new byte[] {4, 5, 6, 7};

    @Test
    void aResetInPlaceOfAnAnswerLetsTheRequestPass() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FaultProxy proxy = FaultProxy.start(server.getLocalPort())) {
            proxy.faults(connection -> Fault.down(Fault.Kind.RESET, 0));
            try (Socket client = connect(proxy);
                    Socket peer = server.accept()) {
                client.getOutputStream().write(REQUEST);
                assertThat(peer.getInputStream().readNBytes(REQUEST.length)).isEqualTo(REQUEST);
                peer.getOutputStream().write(ANSWER);
                assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void aCutLetsTheBytesBeforeItPassAndNoneBehind() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FaultProxy proxy = FaultProxy.start(server.getLocalPort())) {
            proxy.faults(connection -> Fault.down(Fault.Kind.CUT, 2));
            try (Socket client = connect(proxy);
                    Socket peer = server.accept()) {
                peer.getOutputStream().write(ANSWER);
                assertThat(client.getInputStream().readAllBytes()).containsExactly(4, 5);
            }
        }
    }

    private static Socket connect(FaultProxy proxy) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }
}
