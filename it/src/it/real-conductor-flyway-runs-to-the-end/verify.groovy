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
