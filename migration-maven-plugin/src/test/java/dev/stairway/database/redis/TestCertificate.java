package dev.stairway.database.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate that the JDK's keytool makes, and a trust store with it. */
final class TestCertificate {

    private static final String STORE_PASSWORD = "changeit";

    private final Path store;
    private final Path pem;

    private TestCertificate(Path store, Path pem) {
        this.store = store;
        this.pem = pem;
    }

    /** @param name as in keytool's subject alternative names, for example {@code ip:127.0.0.1} */
    static TestCertificate of(String name, Path directory) throws Exception {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new AssertionError(Files.readString(directory.resolve("keytool.log")));
        }
        return new TestCertificate(store, pem(store, directory.resolve("server.pem")));
    }

    private static Path pem(Path store, Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        return Files.write(
                file,
                List.of(
                        block("CERTIFICATE", keys.getCertificate("server").getEncoded()),
                        block(
                                "PRIVATE KEY",
                                keys.getKey("server", STORE_PASSWORD.toCharArray())
                                        .getEncoded())));
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----";
    }

    /** Settings of a server that shows it. */
    String[] settings(int port) {
        return new String[] {
            "tls-port " + port,
            "tls-auth-clients no",
            "tls-cert-file \"" + pem + '"',
            "tls-key-file \"" + pem + '"',
            "tls-ca-cert-file \"" + pem + '"'
        };
    }

    /** Until closed, this JVM trusts it, and nobody else. */
    Trust trusted() {
        return new Trust(store);
    }

    static final class Trust implements AutoCloseable {

        private static final String STORE = "javax.net.ssl.trustStore";
        private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

        private Trust(Path store) {
            System.setProperty(STORE, store.toString());
            System.setProperty(PASSWORD, STORE_PASSWORD);
        }

        @Override
        public void close() {
            System.clearProperty(STORE);
            System.clearProperty(PASSWORD);
        }
    }
}
