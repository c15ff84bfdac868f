def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()
// Both numbers: the limit and what it took.
assert build.pluginLines().any { it =~ /\b1 ms/ || it.contains('maxRollbackMillis') }
