package dev.stairway.database.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class LoopbackPort {

    public static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /** Chooses a port; a server that cannot have it is started again with the next. */
    @FunctionalInterface
    public interface Chooser {
        int next() throws IOException;
    }

    /** A port that nobody listens on at this moment. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
