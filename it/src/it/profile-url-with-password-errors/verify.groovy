def build = evaluate(new File(checks))

build.failedBySetup('holds credentials', 'jdbc:postgresql://***@db.invalid/shop?password=***')
build.neverSays('tw33ty')
build.hasNo('.migration/profile.json')
