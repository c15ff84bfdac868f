def build = evaluate(new File(checks))

build.reported()
// Both numbers: what was declared and what was lost.
build.failedByMigrations('drop-shoe-size')
def finding = build.errors().find { it.migration.contains('::drop-shoe-size::') }
assert finding: 'no finding for drop-shoe-size'
def words = finding.title + ' ' + finding.evidence.join(' ')
assert words.contains('3') && words.contains('12') && words.contains('shoe_size')
