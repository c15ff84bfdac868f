def build = evaluate(new File(checks))

build.reported()
def document = build.metrics()
assert document.changelogs[0].engine == 'flyway'
assert document.changelogs[0].engineVersion == '13.12.0'
assert document.cells.size() == 2
document.cells.each { cell ->
    println "Conductor, ${cell.scenario}: ${cell.steps.countBy { it.verdict }}"
    assert cell.steps*.migration.size() == 8
    assert cell.schemaDigest && cell.dataDigest
}

// Conductor has no way back; its V6 makes a primary key of a column that may be null.
assert document.cells[0].steps*.verdict.unique() == ['IRREVERSIBLE']
def onData = document.findings.findAll { it.rule == 'migration-fails-on-data' }
assert onData.collect { "$it.file:$it.line" } == ['db/migration_postgres/V6__update_pk.sql:29']
