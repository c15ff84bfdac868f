def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()

// Nobody else at work, it is reversible; with others at work it overwrites what they had confirmed.
build.verdictIs('V007__update_session_key_format', 'REVERSIBLE')
def lost = build.errors().findAll { it.rule == 'live-writes-lost' }
assert lost.size() == 1: build.errors()
assert lost[0].evidence.any { it.contains('SET session:v2:user:') && it.contains('of the new release was confirmed') }: lost
assert lost[0].file.endsWith('V007__update_session_key_format.up.lua') && lost[0].remedy

// Neither release looks under the other name.
def old = build.errors().findAll { it.rule == 'old-release-reads-fail' }
assert old*.evidence.flatten().every { it.startsWith('src/test/redis/V007.old-release.redis:2: GET session:user:123') && it.endsWith('and now nothing') }: old
def fresh = build.errors().findAll { it.rule == 'new-release-reads-fail' }
assert fresh*.evidence.flatten().every { it.startsWith('src/test/redis/V007.new-release.redis:1: GET session:v2:user:123') }: fresh
assert build.errors()*.rule as Set == ['live-writes-lost', 'old-release-reads-fail', 'new-release-reads-fail'] as Set

// Values may be secrets.
assert !new File(basedir, 'target/migration/metrics.json').text.contains('old_format')
