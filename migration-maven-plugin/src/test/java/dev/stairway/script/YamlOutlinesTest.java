package dev.stairway.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlOutlinesTest {

    @Test
    void a_comment_above_a_changeSet_is_its_own_whatever_the_indent() {
        List<ChangeSetOutline> outlines = YamlOutlines.in("db.yaml", """
                databaseChangeLog:
                  # of one
                  - changeSet:
                      id: one
                      author: ada
                      changes:
                        # in one
                        - dropTable: {tableName: a}

                  # of two
                  # of two as well
                  - changeSet:
                      id: two
                      author: ada
                      changes:
                        - sql:
                            sql: |
                              -- in two
                              DROP TABLE b
                  # behind two
                """);
        assertThat(outlines).hasSize(2);
        assertThat(outlines.get(0).comments()).extracting(ScriptComment::text).containsExactly("of one", "in one");
        assertThat(outlines.get(1).comments())
                .extracting(ScriptComment::text)
                .startsWith("of two", "of two as well", "in two");
        assertThat(outlines.get(0).lastLine()).isEqualTo(9);
    }

    @Test
    void the_same_holds_in_the_first_column() {
        List<ChangeSetOutline> outlines = YamlOutlines.in("db.yaml", """
                databaseChangeLog:
                - changeSet: {id: one, author: ada}
                # of two
                - changeSet: {id: two, author: ada}
                """);
        assertThat(outlines.get(0).comments()).isEmpty();
        assertThat(outlines.get(1).comments()).extracting(ScriptComment::text).containsExactly("of two");
    }
}
