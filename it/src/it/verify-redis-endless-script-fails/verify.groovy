def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()

def endless = build.errors()
assert endless*.migration == ['V1__endless']: endless
assert endless[0].rule == 'migration-fails': endless
assert endless[0].evidence.any { it.contains('did not end within 400 ms') && it.contains('It was stopped') }: endless
build.verdictIs('V2__good', 'REVERSIBLE')
