// A shop's database as it is in production, made with the driver that the plugin brings along.
def drivers = new File(localRepositoryPath as String, 'org/xerial/sqlite-jdbc')
def jar = null
drivers.eachFileRecurse { if (it.name ==~ /sqlite-jdbc-[\d.]+\.jar/) { jar = it } }
assert jar: "no driver below $drivers"
def loader = new URLClassLoader([jar.toURI().toURL()] as URL[], getClass().classLoader)
def driver = loader.loadClass('org.sqlite.JDBC').getDeclaredConstructor().newInstance()
def connection = driver.connect("jdbc:sqlite:${new File(basedir, 'shop.db')}", new Properties())
connection.createStatement().withCloseable { statement ->
    statement.execute('create table customer (id integer primary key, state varchar(20) not null, note varchar(100))')
    statement.execute("""with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500)
        insert into customer select i, case when i % 10 < 9 then 'secretly-rich' else 'poor' end,
        case when i % 2 = 0 then 'x' end from n""")
}
connection.close()
