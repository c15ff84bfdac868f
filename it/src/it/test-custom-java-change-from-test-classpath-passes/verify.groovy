def build = evaluate(new File(checks))

build.reported()
build.verdictIs('written-in-java', 'REVERSIBLE')
