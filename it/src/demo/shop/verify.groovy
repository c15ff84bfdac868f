def build = evaluate(new File(checks))

build.reported()
def planted = ['rename-sku-index', 'prices-in-cents', 'V002__carts_of_customers', 'V003__product_pages']
build.failedByMigrations(*planted)
assert build.databases().collect { it.split(' ')[0] }.toSet() == ['postgresql', 'sqlite', 'redis'] as Set

// The planted defects, on every database of their changelog, and nothing else.
def broken = build.errors().groupBy { it.migration.contains('::') ? it.migration.split('::')[1] : it.migration }
assert broken.keySet() == planted as Set
// A finding without a database holds for all of them.
planted.take(2).each { name ->
    assert broken[name].any { !it.database } || broken[name]*.database.toSet().size() == 2: name
}
build.verdictIs('rename-sku-index', 'ROLLBACK_INCOMPLETE')
build.verdicts('prices-in-cents').each { cell, verdict ->
    assert verdict == (cell.endsWith('/sample') ? 'REVERSIBLE_WITH_DATA_LOSS' : 'REVERSIBLE'): cell
}
assert broken['rename-sku-index'].every { finding -> finding.evidence.any { it.contains('ux_product_sku') } }
assert broken['prices-in-cents'].every { finding -> finding.evidence.any { it.contains('price') } }

// A life time that is lost, and a key that is left behind: by rule, key and place.
def carts = broken['V002__carts_of_customers'].find { it.rule == 'mapping-changes-expiry' }
assert carts.evidence.any { it ==~ /cart:\d+ -> customer:cart:\d+: expiry was \S+, is none/ }: carts
def pages = broken['V003__product_pages'].find { it.rule == 'mapping-leaves-keys' }
assert pages.evidence.any { it =~ /^cache:product:\S+ is left behind beside product:page:\S+/ }: pages
[carts, pages].each { assert it.file.endsWith('.up.lua') && it.line > 0: it }
build.verdictIs('V001__sessions_of_customers', 'REVERSIBLE')

// The report says what the scripts asked of the server.
def work = build.metrics().cells.find { it.changelog.contains('redis') && it.scenario == 'sample' }.steps[0].upWork
assert work.rowsTouched > 0 && work.commands.RENAMENX * 2 == work.rowsTouched: work

// The one loss that the pom declares is no finding, and everything else can be taken back.
assert !broken.containsKey('drop-customer-fax')
assert build.verdicts('drop-customer-fax').every { cell, verdict -> verdict.startsWith('REVERSIBLE') }

if (showDemo == 'true') {
    // Past Maven's own log, so that these are the last lines also when Maven is quiet.
    def out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8')
    out.println()
    (build.pluginLines + build.failureLines).each { out.println(it) }
    out.println()
    out.println("The shop's build fails, as it should: four of its migrations are not safe to ship.")
    planted.each { name ->
        def worst = [carts, pages].find { it.migration == name } ?: broken[name][0]
        out.println("  $name (${worst.file}:${worst.line}): ${worst.title}")
        worst.evidence.take(2).each { out.println("      $it") }
    }
    out.println("Report: ${new File(basedir, 'target/migration/report/index.html')}")
}

true
