package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;

/** Commands that a user can copy; credentials stay where they are. */
record NextCommand(NamedTarget target, Environment environment) {

    String downgrade(int count) {
        return of("downgrade") + " -Dmigration.count=" + count;
    }

    String restore(String backup) {
        return of("restore") + " -Dmigration.backupFile=" + backup + " -Dmigration.replace";
    }

    private String of(String goal) {
        return "mvn migration:" + goal + " -Dmigration.url=" + target.place() + " -Dmigration.environment="
                + environment.name()
                + (target.password().isEmpty() ? "" : " -Dmigration.serverId=<id in settings.xml>");
    }
}
