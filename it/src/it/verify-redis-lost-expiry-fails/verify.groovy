def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()

// The life time of the cached tools does not come back; the renamed sessions beside them do. It is the way back that is told.
def lost = build.errors()
assert lost*.migration as Set == ['V008__tool_cache'] as Set: lost
assert lost.any { it.rule == 'rollback-loses-data' && it.evidence.any { it.contains('cache:tool:{id}') && it.contains('expiry') } }: lost
assert lost.every { it.file.endsWith('V008__tool_cache.down.lua') && it.line > 0 && it.remedy }
