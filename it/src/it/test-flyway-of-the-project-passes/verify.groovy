def build = evaluate(new File(checks))

build.reported()
def document = build.metrics()
def changelog = document.changelogs[0]
assert changelog.engine == 'flyway'
assert changelog.engineVersion == '13.12.0'
assert changelog.migrations*.id == ['V1__tools', 'V2__Hammer', 'R__names_of_tools']
assert document.cells
assert document.cells.every { cell -> cell.steps*.verdict.unique() == ['REVERSIBLE'] }
