def build = evaluate(new File(checks))

build.hasNo('target/migration')
assert build.log.count('Skipping') >= 6
