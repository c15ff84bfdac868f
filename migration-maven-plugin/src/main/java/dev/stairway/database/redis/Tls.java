package dev.stairway.database.redis;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Encrypts a connection. Certificates are checked against the JVM's trust store and for the name of the host, as browsers
 * do.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/">TLS of Redis</a>
 */
final class Tls {

    private Tls() {}

    static SSLSocket over(Socket plain, RedisEndpoint endpoint) throws IOException {
        SSLSocket socket =
                (SSLSocket) context().getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    // Not the JVM's shared one: that keeps the trust store which was configured when it was first asked for.
    private static SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The JVM has no TLS: " + e.getMessage(), e);
        }
    }
}
