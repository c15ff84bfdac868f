package dev.stairway.mojo;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.secret.Credentials;
import java.io.File;

/** One {@code <target>}: a real database that is operated on. */
public class TargetParameter {

    /**
     * Where it is, without user and password: {@code jdbc:postgresql://host:port/database}, {@code jdbc:sqlite:} and an absolute
     * path, or {@code redis://host:port/number} ({@code rediss} for TLS).
     */
    private String url;

    /** The user; instead of the one of {@code serverId}. */
    private String user;

    /** The {@code <server>} of {@code settings.xml} with user and password. */
    private String serverId;

    /** A file with the password and nothing else, readable by its owner alone. */
    private File passwordFile;

    /** Name of the environment variable that holds the password; default {@code MIGRATION_PASSWORD}. */
    private String passwordEnv = "MIGRATION_PASSWORD";

    /** Needed by Maven. */
    public TargetParameter() {}

    TargetParameter(String url, String user, String serverId, File passwordFile, String passwordEnv) {
        this.url = url;
        this.user = user;
        this.serverId = serverId;
        this.passwordFile = passwordFile;
        this.passwordEnv = passwordEnv;
    }

    NamedTarget target(CredentialLookup lookup) {
        Credentials found = lookup.find(new CredentialSettings("", user, serverId, passwordFile, passwordEnv));
        return new NamedTarget(url, found.user(), found.password());
    }
}
