def build = evaluate(new File(checks))

build.reported()
build.verdictIs('typo-in-rollback', 'ROLLBACK_FAILS')
assert build.errors()
