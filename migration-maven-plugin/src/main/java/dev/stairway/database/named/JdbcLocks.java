package dev.stairway.database.named;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Lock;
import dev.stairway.database.external.ProductionNames;
import dev.stairway.database.external.ServerUrl;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must be true of a server that the user named before anything is written to it. */
final class JdbcLocks {

    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");

    /** Directories of sources and of branches are called so. */
    private static final List<String> OF_SOURCES = List.of("main", "master");

    private final ExternalTarget target;
    private final ServerUrl url;
    private final Manners manners;

    JdbcLocks(ExternalTarget target, ServerUrl url, Manners manners) {
        this.target = target;
        this.url = url;
        this.manners = manners;
    }

    /** What can be told before the server hears of us. */
    void beforeConnecting() {
        target.hosts().require(url.host(), url.place());
        if (manners.everybodys().contains(url.database().toLowerCase(Locale.ROOT))) {
            throw Lock.OWN_DATABASE.refuses(
                    "The URL names a database that belongs to everybody",
                    url.place(),
                    "its name is " + url.database(),
                    "Create an empty database that only marks the server, for example stairway_tests, and name that");
        }
        harmless("host", url.host());
        harmless("database", url.database() + url.settings());
        harmless("user", target.user());
        if (target.user().isEmpty()) {
            throw ProblemException.setup(
                    "No user is named for the database",
                    url.place(),
                    "",
                    "Name a <server> of settings.xml by <serverId>, or set <user>",
                    null);
        }
    }

    private void harmless(String what, String name) {
        String[] parts = SEPARATORS.split(name);
        for (int i = 0; i < parts.length; i++) {
            boolean directory = i < parts.length - 1;
            String part = parts[i];
            ProductionNames.in(part)
                    .filter(word -> !(directory && OF_SOURCES.contains(word)))
                    .ifPresent(word -> {
                        throw Lock.IN_USE.refuses(
                                "The name of the " + what + " says that it is not for tests",
                                url.place(),
                                what + " " + part + ", because of '" + word + "'",
                                "Name a server whose host, databases and users are all for tests, or rename what is");
                    });
        }
    }

    /** Opens the locks that do not depend on the mark. */
    void requireUnused(Seen seen) {
        seen.unseen().stream().findFirst().ifPresent(unseen -> {
            Lock lock = seen.server().isEmpty() ? Lock.IDENTITY : Lock.IN_USE;
            throw lock.refuses(
                    "What a lock depends on cannot be seen on this server", url.place(), unseen.what(), unseen.next());
        });
        seen.names().forEach(name -> harmless(name.what(), name.text()));
        if (!seen.inUse().isEmpty()) {
            throw Lock.IN_USE.refuses(
                    "The server or its database shows that others depend on it",
                    url.place(),
                    String.join("; ", seen.inUse()),
                    "Name a server that stands alone and may be written to");
        }
        if (seen.bytes() > target.maxServerBytes()) {
            throw Lock.IN_USE.refuses(
                    "The databases of the server take more than those of tests",
                    url.place(),
                    (seen.bytes() >> 20) + " MB, at most " + (target.maxServerBytes() >> 20) + " MB",
                    "Name a server for tests alone; where it is one, raise <maxServerMegabytes> in the POM");
        }
        if (!seen.others().isEmpty()) {
            throw Lock.IN_USE.refuses(
                    "Others are connected to the server",
                    url.place(),
                    String.join("; ", seen.others()),
                    "Let them disconnect, or name a server that nobody uses");
        }
    }

    void requireEmpty(Seen seen) {
        if (!seen.objects().isEmpty()) {
            List<String> objects = seen.objects();
            throw Lock.EMPTY.refuses(
                    "The named database is not empty",
                    url.place(),
                    String.join(", ", objects.subList(0, Math.min(3, objects.size())))
                            + (objects.size() > 3 ? ", …" : ""),
                    "Name a database that nobody uses; nothing in this one is touched");
        }
    }

    ProblemException unmarked() {
        return Lock.MARK.refuses(
                "Nothing in the named database says that its server is for tests",
                url.place(),
                "there is no mark, and the database is empty",
                "If it is for tests, put the mark into it by the goal migration:mark-disposable");
    }

    /** Opens the lock between two connections. */
    void requireSame(Seen before, Seen now) {
        if (!before.server().equals(now.server()) || !before.user().equals(now.user())) {
            throw Lock.IDENTITY.refuses(
                    "Two connections led to two servers",
                    url.place(),
                    "server " + before.server() + ", then " + now.server(),
                    "Name one server, not a name that stands for several");
        }
    }
}
