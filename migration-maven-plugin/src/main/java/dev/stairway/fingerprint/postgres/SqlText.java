package dev.stairway.fingerprint.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL resources beside this class for one major version.
 *
 * <p>Lines between {@code -- from 15 until 16} (either half may be missing) and {@code -- end} are for those majors only.
 * Macros: <code>{owner:oid}</code>, <code>{own:classid:oid}</code>, <code>{comment:classid:oid}</code>, <code>
 * {acl:column:type:owner}</code>.
 */
final class SqlText {

    private static final Pattern RANGE = Pattern.compile("-- (?:from (\\d+))? ?(?:until (\\d+))?");
    private static final Pattern OWNER = Pattern.compile("\\{owner:([^}]+)}");
    private static final Pattern OWN = Pattern.compile("\\{own:(\\d+):([^}]+)}");
    private static final Pattern COMMENT = Pattern.compile("\\{comment:(\\d+):([^}]+)}");
    private static final Pattern ACL = Pattern.compile("\\{acl:([^:]+):(\\w):([^}]+)}");

    /** The pages are for superusers; a function reads what belongs to a role of the user. */
    private static final String OWN_LARGE_OBJECTS =
            "(SELECT m.oid AS loid, 0 AS pageno, pg_catalog.lo_get(m.oid) AS data"
                    + " FROM pg_catalog.pg_largeobject_metadata m WHERE pg_catalog.pg_has_role(m.lomowner, 'USAGE'))";

    private static final String NO_PASSWORDS = "(SELECT NULL::pg_catalog.oid AS oid, NULL::text AS rolpassword)";

    private final int major;

    private final long database;
    private final long owner;
    private final boolean anyLargeObject;
    private final boolean passwords;

    /**
     * @param anyLargeObject false when only large objects that belong to the user's roles can be read
     * @param passwords true when verifiers of passwords can be read
     */
    SqlText(int major, long database, long owner, boolean anyLargeObject, boolean passwords) {
        this.major = major;
        this.database = database;
        this.owner = owner;
        this.anyLargeObject = anyLargeObject;
        this.passwords = passwords;
    }

    /** The resource, cut for this major and with macros replaced. */
    String load(String name) {
        return macros(cut(read(name)))
                .replace("{database owner}", Long.toString(owner))
                .replace("{database}", Long.toString(database))
                .replace("{passwords}", passwords ? "pg_catalog.pg_authid" : NO_PASSWORDS)
                .replace("{large object pages}", anyLargeObject ? "pg_catalog.pg_largeobject" : OWN_LARGE_OBJECTS);
    }

    private String cut(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean keep = true;
        for (String line : text.split("\n")) {
            if (line.startsWith("-- ")) {
                keep = line.equals("-- end") || inRange(line);
            } else if (keep) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private boolean inRange(String line) {
        Matcher range = RANGE.matcher(line);
        if (!range.matches()) {
            throw new IllegalStateException("not understood in an SQL resource: " + line);
        }
        return (range.group(1) == null || major >= Integer.parseInt(range.group(1)))
                && (range.group(2) == null || major <= Integer.parseInt(range.group(2)));
    }

    private static String macros(String text) {
        String result = OWNER.matcher(text)
                .replaceAll("CASE WHEN $1 <> {database owner} THEN pg_catalog.pg_get_userbyid($1)::text END");
        result = OWN.matcher(result)
                .replaceAll("NOT EXISTS (SELECT FROM pg_catalog.pg_depend mem WHERE mem.classid = $1 AND mem.objid = $2"
                        + " AND mem.objsubid = 0 AND mem.refclassid = 3079 AND mem.deptype = 'e')");
        result = COMMENT.matcher(result)
                .replaceAll("(SELECT des.description FROM pg_catalog.pg_description des"
                        + " WHERE des.objoid = $2 AND des.classoid = $1 AND des.objsubid = 0)");
        return ACL.matcher(result)
                .replaceAll("'#acl', $1::text, '#acl default', CASE WHEN $1 IS NOT NULL THEN"
                        + " pg_catalog.acldefault('$2', $3)::text END");
    }

    private static String read(String name) {
        try (InputStream in = SqlText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
