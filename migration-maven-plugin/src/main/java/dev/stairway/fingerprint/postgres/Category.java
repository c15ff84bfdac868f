package dev.stairway.fingerprint.postgres;

import java.util.List;
import java.util.Set;

/**
 * Objects that belong to no relation, read together when one of their catalogs was written.
 *
 * @param name of the SQL resource
 * @param catalogs OIDs of the catalogs that hold them; stable over all majors
 */
record Category(String name, Set<Integer> catalogs) {

    static final int PG_CLASS = 1259;
    static final int PG_ATTRIBUTE = 1249;
    static final int PG_DESCRIPTION = 2609;
    static final int PG_CONSTRAINT = 2606;
    static final int PG_ENUM = 3501;
    static final int PG_EXTENSION = 3079;
    static final int PG_PROC = 1255;
    static final int PG_TYPE = 1247;

    static final Category TYPE = new Category("type", Set.of(PG_TYPE, PG_ENUM, 3541, PG_CONSTRAINT));
    static final Category FUNCTION = new Category("function", Set.of(PG_PROC, 2600));

    static final Category EXTENSION = new Category("extension", Set.of(PG_EXTENSION));

    /** Roles with their memberships and settings, parameters, tablespaces. */
    static final Category CLUSTER = new Category("cluster", Set.of(1260, 1261, 1213, 2964, 6243));

    static final List<Category> ALL = List.of(
            CLUSTER,
            new Category("schema", Set.of(2615)),
            EXTENSION,
            TYPE,
            FUNCTION,
            new Category("operator", Set.of(2617, 2616, 2753, 2602, 2603)),
            new Category("cast", Set.of(2605, 3576, 2612, 2601, 2607)),
            new Category("collation", Set.of(3456)),
            new Category("textsearch", Set.of(3602, 3603, 3600, 3601, 3764)),
            new Category("statistics", Set.of(3381)),
            new Category("publication", Set.of(6104, 6106, 6237)),
            new Category("subscription", Set.of(6100)),
            new Category("securitylabel", Set.of(3596)),
            new Category("eventtrigger", Set.of(3466)),
            new Category("foreign", Set.of(2328, 1417, 1418)),
            new Category("defaultprivilege", Set.of(826)),
            new Category("database", Set.of(1262, 2964)),
            new Category("largeobject", Set.of(2995, 2613)));

    String resource() {
        return "category/" + name + ".sql";
    }
}
