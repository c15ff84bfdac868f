def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()

// On one server the same scripts are right; on the cluster old and new name are in two slots.
build.verdicts('V007__update_session_key_format').each { cell, verdict ->
    boolean fails = cell.contains('cluster') && cell.contains('sample')
    assert verdict == (fails ? 'MIGRATION_FAILS' : 'REVERSIBLE'): cell
}
def findings = build.errors()
assert findings*.rule as Set == ['keys-in-several-slots'] as Set: findings
def finding = findings[0]
assert finding.evidence[0] ==~ /src\/main\/redis\/V007__update_session_key_format\.up\.lua:7: one call touches keys of 2 slots/: finding
assert finding.evidence.any { it ==~ /session:user:\d+ is in slot \d+/ }: finding
assert finding.evidence.any { it ==~ /session:v2:user:\d+ is in slot \d+/ }: finding
assert finding.evidence.any { it ==~ /.*session:user:\{\d+} and session:v2:user:\{\d+}.*/ }: finding
assert finding.evidence.every { !it.contains('non local key') }: finding
