def build = evaluate(new File(checks))

build.reported('target/migration/backup-test')
def document = build.metrics('target/migration/backup-test')
assert document.findings == []

// Every product with every tool that it has.
def tools = document.backups.drills.collectEntries { [(it.database.split('-')[0]): it.trials*.tool.unique()] }
assert tools.sqlite == ['backup-api', 'vacuum-into', 'file-copy']
assert tools.postgresql.containsAll(['point-in-time', 'catalog-copy'])
assert tools.redis == ['rdb', 'aof', 'dump-restore']

def trials = document.backups.drills*.trials.flatten()
assert trials.every { it.outcome == 'RESTORED' && it.damageNoticed && it.bytes > 0 && it.restoreMillis > 0 }: trials
assert document.backups.drills.every { it.restoreLimitMillis == 120000 && it.notDrilled == '' && it.rowsPerTable == 50 }

// Backups are taken before the last two: catalog-copy is not made for the type that comes before the very last one.
def server = document.backups.drills.find { it.database == 'postgresql-18-embedded' }
assert server.trials.findAll { it.tool == 'point-in-time' }*.migration*.split('::')*.getAt(1) == ['span', 'mail-once']
assert server.trials.findAll { it.tool == 'catalog-copy' }*.migration*.split('::')*.getAt(1) == ['span']
assert server.notTried.any { it.startsWith('catalog-copy was not tried from mail-once on') && it.contains('type public.span') }

build.says('postgresql-18-embedded point-in-time: 2 of 2 backups bring all back', 'redis-7.0-embedded rdb: 2 of 2 backups bring all back')
build.hasNo('target/migration/backup-test/backups')
assert new File(basedir, 'target/migration/backup-test/report/index.html').text.contains('id="mmp-backups"')
assert build.file('target/migration/backup-test/summary.md').text.contains('### Backups')
