// Eight modules that differ in their names, and in that two of them have PostgreSQL as well.
['billing', 'catalogue', 'customers', 'orders', 'payments', 'returns', 'shipping', 'stock'].each { module ->
    def changelog = new File(basedir, "$module/src/main/resources/db/changelog/db.changelog-master.sql")
    changelog.parentFile.mkdirs()
    changelog.text = """\
        --liquibase formatted sql

        --changeset it:create-$module
        CREATE TABLE $module (id integer NOT NULL PRIMARY KEY, note varchar(200) NOT NULL);
        --rollback DROP TABLE $module;
        """.stripIndent()
    def databases = module in ['orders', 'payments'] ? 'sqlite,postgresql' : 'sqlite'
    new File(basedir, "$module/pom.xml").text = """\
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.example</groupId>
            <artifactId>eight-modules</artifactId>
            <version>1.0</version>
          </parent>
          <artifactId>$module</artifactId>
          <packaging>pom</packaging>
          <properties>
            <databases>$databases</databases>
          </properties>
          <build>
            <plugins>
              <plugin>
                <groupId>dev.stairway</groupId>
                <artifactId>migration-maven-plugin</artifactId>
                <executions>
                  <execution>
                    <goals>
                      <goal>verify</goal>
                    </goals>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
        </project>
        """.stripIndent()
}

true
