def build = evaluate(new File(checks))

build.failsNamed('db.changelog-master.yaml')
assert build.pluginLines().any { it =~ /(?i)line:? ?\d/ || it =~ /yaml:\d/ }
