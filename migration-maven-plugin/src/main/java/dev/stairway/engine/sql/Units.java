package dev.stairway.engine.sql;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.Position;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.engine.script.Checksum;
import dev.stairway.engine.script.ScriptRunner.Mode;
import java.util.List;
import java.util.Optional;

/** Makes migrations of scripts. */
final class Units {

    private Units() {}

    /** @param title words of the file's name */
    static Unit of(
            String id, String version, String title, Part up, Optional<Part> down, String product, Layout layout) {
        Migration migration = new Migration(
                id,
                id,
                "",
                up.file(),
                up.line(),
                title.replace('_', ' ').strip(),
                Checksum.of(
                        up.text().strip(), down.map(part -> part.text().strip()).orElse("")),
                down.map(part -> part.says(product) ? Rollback.WRITTEN : Rollback.EMPTY)
                        .orElse(Rollback.MISSING),
                false,
                transactional(up, product, layout) && (down.isEmpty() || transactional(down.get(), product, layout)),
                up.text() + down.map(part -> "\n" + part.text()).orElse(""),
                Optional.empty(),
                List.of(),
                ReleaseReads.NONE,
                down.map(part -> new Position(part.file(), part.line())).orElse(new Position(up.file(), up.line())));
        return new Unit(migration, version, up, down);
    }

    private static boolean transactional(Part part, String product, Layout layout) {
        return part.mode(part.statements(product), product, layout) == Mode.TRANSACTION;
    }
}
