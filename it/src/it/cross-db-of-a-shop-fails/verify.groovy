def build = evaluate(new File(checks))

build.failedByMigrations('schema-differs-between-databases', 'customer.phone: missing on sqlite')

// Two versions of one product are alike: not even a note.
build.reported('target/migration/versions')
def versions = build.metrics('target/migration/versions')
assert versions.findings == []
assert versions.crossDb.groups[0].compared == 4
assert versions.crossDb.groups[0].probes > 20

// What is accepted is told and fails nothing.
def accepted = build.metrics('target/migration/accepted')
assert !accepted.gate.failed
assert accepted.findings.every { it.severity == 'INFO' }: accepted.findings
assert accepted.crossDb.groups[0].differences.find { it.subject == 'customer.phone' }.status == 'ACCEPTED'

build.reported('target/migration/cross-db')
def products = build.metrics('target/migration/cross-db')
def open = products.crossDb.groups[0].differences.findAll { it.status == 'OPEN' }
def schema = open.findAll { it.kind == 'SCHEMA' }
assert schema*.subject == ['customer.phone']: open
assert schema[0].since.contains('::phone::')
assert open.every { it.kind == 'SCHEMA' }: open*.what
def known = products.crossDb.groups[0].differences.findAll { it.status == 'KNOWN' }
// SQLite accepts what is too long, and says why.
assert known.any { it.kind == 'BEHAVIOUR' && it.aspect == 'too-long-text' && it.reason.contains('SQLite') }: known*.what
assert known.any { it.reasonId == 'sqlite-lengths-not-enforced' && it.subject == 'customer.email' }
assert new File(basedir, 'target/migration/cross-db/report/index.html').text.contains('Databases side by side')
