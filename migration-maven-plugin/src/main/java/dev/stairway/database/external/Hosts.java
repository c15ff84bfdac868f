package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts that a run may write to besides this machine, by their exact names; there are no wildcards.
 *
 * @param allowed machines of the user's own
 * @param managed hosts of a cloud service that are allowed as well
 */
public record Hosts(List<String> allowed, List<String> managed) {

    /** This machine alone. */
    public static final Hosts NONE = new Hosts(List.of(), List.of());

    private static final String SETTING = "<allowedHosts>, <managedHosts>";

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    /** Of a name whose last label is a number everybody makes something else. https://url.spec.whatwg.org/#ends-in-a-number-checker */
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    private static final Pattern FOUR_NUMBERS = Pattern.compile(
            "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]+(?::[0-9.]+)?");

    public Hosts {
        allowed = allowed.stream().map(Hosts::entry).toList();
        managed = managed.stream().map(Hosts::entry).toList();
    }

    private static String entry(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        if (!plain(lower)) {
            throw ProblemException.setup(
                    "A host of the POM's list is no plain name or address",
                    SETTING,
                    host.strip(),
                    "Write the exact host of the URL, without port, wildcard or final period",
                    null);
        }
        return lower;
    }

    /** True for a name or an address that is read in one way only. */
    static boolean plain(String host) {
        if (host.indexOf(':') >= 0) {
            return IPV6.matcher(host).matches();
        }
        return NUMBER_AT_END.matcher(host).matches()
                ? FOUR_NUMBERS.matcher(host).matches()
                : NAME.matcher(host).matches();
    }

    /**
     * Opens the lock, or the part of another lock that looks at the host.
     *
     * @param host in lower case, without brackets
     * @param where for the message
     * @throws ProblemException when it may not be written to
     */
    public void require(String host, String where) {
        if (!managed.contains(host)) {
            requireNoCloud(
                    host,
                    where,
                    "Name a server on this machine; if this one is for tests alone, list this very host in <managedHosts> in"
                            + " the POM");
        }
        if (!allowed.contains(host) && !managed.contains(host) && !thisMachine(host)) {
            throw Lock.HOST.refuses(
                    "The host is neither this machine nor one that the POM allows",
                    where,
                    host + " is not in <allowedHosts>" + (allowed.isEmpty() ? ", which is empty" : ": " + allowed),
                    "Name a server on this machine, or list this very host in <allowedHosts> in the POM; neither the command"
                            + " line nor the environment can do that");
        }
    }

    /** Refuses a host of a cloud service, whatever the POM says. */
    public static void requireNoCloud(String host, String where) {
        requireNoCloud(host.toLowerCase(Locale.ROOT), where, "Name a server on a machine of your own");
    }

    private static void requireNoCloud(String host, String where, String next) {
        CloudHosts.domainOf(host).ifPresent(domain -> {
            throw Lock.IN_USE.refuses(
                    "The host belongs to a cloud service for databases", where, host + " is below " + domain, next);
        });
    }

    /** Asks the resolver for a name, too: what is called localhost need not be this machine. */
    private static boolean thisMachine(String host) {
        boolean literal = host.indexOf(':') >= 0 || FOUR_NUMBERS.matcher(host).matches();
        if (!literal && !host.equals("localhost")) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
