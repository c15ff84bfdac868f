package dev.stairway.mojo;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.external.Questions;
import dev.stairway.secret.Credentials;
import java.io.File;
import java.util.List;

/**
 * One {@code <externalDatabase>}: a database that you name by its URL. Its server is written to only when all
 * <a href="../named-servers.html">six locks</a> open.
 */
public class ExternalDatabaseParameter {

    /**
     * Where it is: {@code jdbc:postgresql://host:port/database}, {@code jdbc:sqlite:} and the absolute path of a file, {@code
     * jdbc:mariadb://host:port/database}, {@code jdbc:h2:tcp://host:port/path}, or the URL of any other product with host and
     * port. The named database marks the server; work is done in databases or schemas of the run's own making.
     */
    private String url;

    /** The mark that the database has to hold, of your choice; only written in the POM. Example: {@code shop-tests-8c1f2a}. */
    private String disposable;

    /** The user; instead of the one of {@code serverId}. */
    private String user;

    /** The {@code <server>} of {@code settings.xml} with user and password. */
    private String serverId;

    /** A file with the password and nothing else, readable by its owner alone. */
    private File passwordFile;

    /** Name of the environment variable that holds the password; default {@code MIGRATION_EXTERNAL_PASSWORD}. */
    private String passwordEnv = "MIGRATION_EXTERNAL_PASSWORD";

    /** Hosts besides this machine that may be written to, by their exact names; only written in the POM. */
    private List<String> allowedHosts;

    /** Hosts of cloud services that may be written to, by their exact names; only written in the POM. */
    private List<String> managedHosts;

    /** Above this size of all its databases a server is taken for one in use; only written in the POM. Default 20480. */
    private Long maxServerMegabytes;

    /**
     * Of a product that stairway does not know: a query of one row that tells this server and database from every copy, in the
     * product's SQL; only written in the POM.
     */
    private String serverQuery;

    /**
     * Of a product that stairway does not know: a query that has a row for every session of others and for every standby, in
     * the product's SQL; only written in the POM.
     */
    private String othersQuery;

    /** Where user and password are looked for. */
    CredentialSettings credentialSettings() {
        return new CredentialSettings("", user, serverId, passwordFile, passwordEnv);
    }

    ExternalTarget target(Credentials credentials) {
        return new ExternalTarget(
                url,
                credentials.user(),
                credentials.password(),
                disposable,
                new Hosts(
                        allowedHosts == null ? List.of() : allowedHosts,
                        managedHosts == null ? List.of() : managedHosts),
                maxServerMegabytes == null ? ExternalTarget.MAX_SERVER_BYTES : maxServerMegabytes << 20,
                new Questions(serverQuery, othersQuery));
    }
}
