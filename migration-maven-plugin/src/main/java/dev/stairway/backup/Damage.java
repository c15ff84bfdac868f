package dev.stairway.backup;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Flips a bit somewhere in a backup, looks whether that is noticed, and flips it back. */
final class Damage {

    private final Random random;

    Damage(long seed) {
        random = new Random(seed);
    }

    /** True when it is noticed, and the backup is whole again afterwards. */
    boolean noticed(Backup backup) throws IOException {
        List<Manifest.Entry> files = backup.manifest().files().stream()
                .filter(file -> file.bytes() > 0)
                .toList();
        Manifest.Entry file = files.get(random.nextInt(files.size()));
        long place = (long) (random.nextDouble() * file.bytes());
        int bit = 1 << random.nextInt(Byte.SIZE);
        Path path = backup.path(file.name());
        flip(path, place, bit);
        try {
            return !whole(backup);
        } finally {
            flip(path, place, bit);
        }
    }

    private static boolean whole(Backup backup) {
        try {
            backup.verify();
            return true;
        } catch (ProblemException noticed) {
            return false;
        }
    }

    private static void flip(Path path, long place, int bit) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
            bytes.seek(place);
            int old = bytes.read();
            bytes.seek(place);
            bytes.write(old ^ bit);
        }
    }
}
