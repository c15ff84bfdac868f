package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeMap;

/**
 * The part of the file header that a migration can set.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">The Database Header</a>
 */
record Header(
        int pageSize, boolean wal, int autoVacuum, int encoding, int userVersion, int applicationId, int cacheSize) {

    private static final int LENGTH = 100;

    static Header of(byte[] image) {
        if (image.length < LENGTH) {
            return new Header(0, false, 0, 1, 0, 0, 0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(image);
        int autoVacuum = bytes.getInt(52) == 0 ? 0 : bytes.getInt(64) == 0 ? 1 : 2;
        return new Header(
                bytes.getShort(16) & 0xffff,
                image[18] == 2,
                autoVacuum,
                bytes.getInt(56),
                bytes.getInt(60),
                bytes.getInt(68),
                bytes.getInt(48));
    }

    SchemaGroup group() {
        TreeMap<String, String> attributes = new TreeMap<>();
        if (userVersion != 0) {
            attributes.put("user version", Integer.toString(userVersion));
        }
        if (applicationId != 0) {
            attributes.put("application id", Integer.toString(applicationId));
        }
        if (cacheSize != 0) {
            attributes.put("default cache size", Integer.toString(cacheSize));
        }
        if (autoVacuum != 0) {
            attributes.put("auto vacuum", autoVacuum == 1 ? "full" : "incremental");
        }
        if (encoding > 1) {
            attributes.put("encoding", encoding == 2 ? "UTF-16le" : "UTF-16be");
        }
        if (wal) {
            attributes.put("journal mode", "wal");
        }
        attributes.put("page size", Integer.toString(pageSize));
        return Groups.of(new SchemaObject("database", "main", attributes), List.of());
    }
}
