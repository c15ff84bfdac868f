def build = evaluate(new File(checks))

def inData = { Map verdicts -> verdicts.findAll { cell, verdict -> cell.endsWith('/sample') } }

build.reported()
build.failedByMigrations()

// Every verdict, on both databases; one broken rollback never hides the next.
build.verdictIs('lost-unique-index', 'ROLLBACK_INCOMPLETE')
build.verdictIs('left-over-table', 'ROLLBACK_INCOMPLETE')
build.verdictIs('drops-something-else', 'ROLLBACK_INCOMPLETE')
build.verdictIs('rollback-with-a-typo', 'ROLLBACK_FAILS')
build.verdictIs('without-rollback', 'IRREVERSIBLE')
build.verdictIs('differs-when-applied-again', 'NOT_IDEMPOTENT')
inData(build.verdicts('changes-data-for-good')).each { cell, verdict -> assert verdict == 'REVERSIBLE_WITH_DATA_LOSS': cell }

// An empty rollback that should have done something is told apart from a missing one.
assert build.errors().any { it.rule == 'rollback-empty' && it.migration.contains('::with-empty-rollback::') }
assert build.metrics().findings.any { it.rule == 'rollback-missing' && it.migration.contains('::without-rollback::') }

// Near misses and what comes after a defect stay green.
['create-account', 'near-miss-renamed-unique-index', 'create-note',
    'near-miss-changes-data-and-back', 'after-all-that'].each { build.verdictIs(it, 'REVERSIBLE') }

// The words name the object and both values.
def lost = build.errors().findAll { it.migration.contains('::lost-unique-index::') }
assert lost: 'no finding for lost-unique-index'
assert lost.every { finding -> finding.evidence.any { it.contains('uq_account_login') && it.toLowerCase().contains('unique') } }: lost
assert build.errors().findAll { it.migration.contains('::left-over-table::') }.every { it.evidence.any { it.contains('account_import_error') } }
assert build.errors().findAll { it.migration.contains('::drops-something-else::') }.every { it.evidence.any { it.contains('note') } }
assert build.errors().every { it.file.endsWith('db.changelog-master.sql') && it.line > 0 && it.remedy }
assert build.metrics().cells.size() == 4
build.says('lost-unique-index', 'left-over-table', 'rollback-with-a-typo')
