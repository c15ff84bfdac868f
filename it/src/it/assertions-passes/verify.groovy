def build = evaluate(new File(checks))

build.reported()
def cells = build.metrics().cells
assert cells.size() == 2 && cells.every { it.steps.size() == 8 }
['create-role', 'create-account', 'move-money', 'describe-roles', 'create-attempt', 'create-note'].each {
    build.verdictIs(it, 'REVERSIBLE')
}
// Every rule was asked and held to; that they can fail is shown next door.
assert build.errors().empty: build.errors()
def rules = build.metrics().findings*.rule
assert !rules.any { it.startsWith('assertion-') || it == 'migration-removes-rows' }: build.metrics().findings
