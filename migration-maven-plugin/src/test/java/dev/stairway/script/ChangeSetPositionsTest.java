package dev.stairway.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeSetPositionsTest {

    @Test
    void an_xml_changeSet_starts_where_its_tag_opens_even_when_the_tag_spans_lines() {
        assertThat(ChangeSetPositions.in("db.xml", """
                        <?xml version="1.0"?>
                        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                          <!-- <changeSet id="commented" author="me"/> -->
                          <changeSet
                              id="1"
                              author="me">
                            <sql>select '&lt;changeSet id="in text"/>'</sql>
                          </changeSet>
                          <changeSet id="2" author="you"/><changeSet id="3" author="you"/>
                        </databaseChangeLog>
                        """))
                .containsExactly(
                        new ChangeSetPosition("1", "me", 4),
                        new ChangeSetPosition("2", "you", 9),
                        new ChangeSetPosition("3", "you", 9));
    }

    @Test
    void a_yaml_changeSet_starts_at_its_key() {
        assertThat(ChangeSetPositions.in("db.yaml", """
                        databaseChangeLog:
                          - property: {name: x, value: changeSet}
                          - changeSet:
                              author: me
                              id: 1
                          - include: {file: other.yaml}
                          - changeSet: {id: "two", author: you}
                        """))
                .containsExactly(new ChangeSetPosition("1", "me", 3), new ChangeSetPosition("two", "you", 7));
    }

    @Test
    void a_json_changeSet_starts_at_its_key() {
        assertThat(ChangeSetPositions.in("db.json", """
                        {"databaseChangeLog": [
                          {
                            "changeSet": {"id": "1", "author": "me"}
                          }
                        ]}
                        """)).containsExactly(new ChangeSetPosition("1", "me", 3));
    }

    @Test
    void an_sql_changeSet_starts_at_its_comment_and_other_comments_do_not_count() {
        assertThat(ChangeSetPositions.in("db.sql", """
                        --liquibase formatted sql

                        --changeset me:1 dbms:postgresql
                        select 1; -- changeset not:this
                        -- ChangeSet  "A Person":"id with blanks" runAlways:true
                        --comment: changeset no:no
                        """))
                .containsExactly(
                        new ChangeSetPosition("1", "me", 3), new ChangeSetPosition("id with blanks", "A Person", 5));
    }

    @Test
    void broken_files_yield_what_stands_before_the_error_and_other_files_nothing() {
        assertThat(ChangeSetPositions.in("db.xml", "<a>\n<changeSet id='1' author='me'/>\n<b></a>"))
                .containsExactly(new ChangeSetPosition("1", "me", 2));
        assertThat(ChangeSetPositions.in("db.yaml", "a: [b")).isEmpty();
        assertThat(ChangeSetPositions.in("db.txt", "--changeset me:1")).isEmpty();
    }
}
