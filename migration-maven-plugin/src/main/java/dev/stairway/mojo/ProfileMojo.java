package dev.stairway.mojo;

import dev.stairway.data.profile.Profile;
import dev.stairway.data.profile.ProfileFile;
import dev.stairway.data.profile.ProfileReader;
import dev.stairway.data.profile.ProfileSource;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Credentials;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Reads how a real database is filled, and writes that down for the generator: rows per table, NULLs, distinct values, how
 * often the most common ones are, lengths of texts. Reads statistics in a read-only transaction; no value leaves the database,
 * names of tables and columns do.
 */
@Mojo(name = "profile", threadSafe = true)
public class ProfileMojo extends AbstractMigrationMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.profile.skip", defaultValue = "false")
    private boolean skipProfile;

    /**
     * JDBC URL of the database, without any password. Example: {@code jdbc:postgresql://db.example.com/shop} or {@code
     * jdbc:sqlite:shop.db}.
     */
    @Parameter(property = "migration.profileUrl")
    private String profileUrl;

    /** User of the database; one that may only read is enough. */
    @Parameter(property = "migration.profileUser")
    private String profileUser;

    /** Name of the environment variable that holds the password. */
    @Parameter(property = "migration.profilePasswordEnv", defaultValue = "MIGRATION_PROFILE_PASSWORD")
    private String profilePasswordEnv;

    /** A file with the password and nothing else, readable by its owner alone; instead of the environment variable. */
    @Parameter(property = "migration.profilePasswordFile")
    private File profilePasswordFile;

    /**
     * The {@code <server>} of {@code settings.xml} with user and password, instead of the file and of the environment variable.
     */
    @Parameter(property = "migration.profileServerId")
    private String profileServerId;

    /** How long one statement may take, in seconds. */
    @Parameter(property = "migration.profileTimeoutSeconds", defaultValue = "30")
    private int profileTimeoutSeconds;

    /** Where the profile is written; meant to be reviewed and kept in version control. */
    @Parameter(property = "migration.profileFile", defaultValue = "${project.basedir}/.migration/profile.json")
    private File profileFile;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    @Override
    boolean skipGoal() {
        return skipProfile;
    }

    @Override
    void run() {
        ProfileSource source = source();
        Profile profile = ProfileReader.read(source);
        ProfileFile.write(profile, profileFile.toPath());
        profile.missing().forEach(line -> getLog().warn("Not known: " + line));
        int tables = profile.tables().size();
        getLog().info("Profile of " + tables + (tables == 1 ? " table of " : " tables of ") + source.url() + " in "
                + profileFile);
    }

    private ProfileSource source() {
        if (profileUrl == null || profileUrl.isBlank()) {
            throw problem("No database is named", "Name it: -Dmigration.profileUrl=jdbc:postgresql://host/name");
        }
        if (profileTimeoutSeconds < 1) {
            throw problem("<profileTimeoutSeconds> is " + profileTimeoutSeconds, "Use 1 or more for it");
        }
        Credentials credentials = new CredentialLookup(settings, settingsDecrypter, System.getenv(), secrets())
                .find(new CredentialSettings(
                        "profile", profileUser, profileServerId, profilePasswordFile, profilePasswordEnv));
        return new ProfileSource(
                profileUrl,
                credentials.user(),
                credentials.hasPassword() ? credentials.password() : null,
                profileTimeoutSeconds);
    }

    private static ProblemException problem(String what, String next) {
        return ProblemException.setup(what, "<profileUrl> (-Dmigration.profileUrl)", "", next, null);
    }
}
