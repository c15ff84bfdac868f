def build = evaluate(new File(checks))

build.failsNamed('db.changelog-master.sql')
build.says('twice')
