def build = evaluate(new File(checks))

def page = build.file('target/site/migration-report.html').getText('UTF-8')
assert page.contains('create-author') && page.contains('index-book-author')
assert !page.contains('http://localhost') && !(page =~ /<script[^>]+src="https?:/)
// It is a page of this site: the skin's own frame is around it, and the project's menu links to it.
assert page.contains('bodyColumn')
assert build.file('target/site/project-reports.html').getText('UTF-8').contains('migration-report.html') || page.contains('Project Reports')
build.file('target/migration/report/index.html')

true
