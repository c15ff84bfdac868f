package dev.stairway.database.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Makes sockets that, where the driver is told to keep them alive, ask now and then whether the other side is still there, however long a statement takes: a line that has
 * gone dead is noticed within two minutes, and routers that drop quiet connections see something.
 *
 * <p>Made by the driver, by its name: https://jdbc.postgresql.org/documentation/use/#connection-parameters
 */
public final class LiveSockets extends SocketFactory {

    private static final Map<java.net.SocketOption<Integer>, Integer> PACE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 60,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 15,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 4);

    @Override
    public Socket createSocket() throws IOException {
        return live(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return live(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return live(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return live(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return live(new Socket(host, port, from, fromPort));
    }

    /** Where the system does not know the pace, it has one of its own. */
    private static Socket live(Socket socket) throws IOException {
        for (Map.Entry<java.net.SocketOption<Integer>, Integer> one : PACE.entrySet()) {
            if (socket.supportedOptions().contains(one.getKey())) {
                socket.setOption(one.getKey(), one.getValue());
            }
        }
        return socket;
    }
}
