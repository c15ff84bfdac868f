def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()

// Found without a word in the pom, and run by MyBatis itself.
assert build.metrics().cells.size() == 2
assert build.metrics().changelogs.every { it.engine == 'mybatis' && it.location == 'migrations' }: build.metrics().changelogs

// MyBatis reports SUCCESS for all of these; a missing part and one of comments are told apart.
build.verdictIs('20240103120000_product_names_are_unique', 'IRREVERSIBLE')
build.verdictIs('20240104120000_create_stock', 'ROLLBACK_INCOMPLETE')
assert build.errors().any { it.rule == 'rollback-empty' && it.migration.contains('create_stock') && it.line == 7 }
assert build.metrics().findings.any { it.rule == 'rollback-missing' && it.migration.contains('names_are_unique') }

// What is in order stays green.
['20240101120000_create_changelog', '20240102120000_create_product', '20240105120000_product_has_a_note'].each {
    build.verdictIs(it, 'REVERSIBLE')
}
build.says('product_names_are_unique', 'create_stock')
