package dev.stairway.fingerprint.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void text_is_cut_at_semicolons() {
        assertThat(Statements.of("SELECT 1; SELECT 2;\n")).containsExactly("SELECT 1", " SELECT 2");
        assertThat(Statements.of(" ;; -- nothing; at all\n/* ; */")).isEmpty();
    }

    @Test
    void semicolons_in_literals_names_and_comments_are_left_alone() {
        assertThat(Statements.of("SELECT 'a;''b', \"c;d\", `e;f`, [g;h] -- i;j\n /* k;l */ FROM m"))
                .hasSize(1);
    }

    @Test
    void the_body_of_a_trigger_belongs_to_it_whatever_else_ends_in_it() {
        String trigger = "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN"
                + " UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END";

        assertThat(Statements.of(trigger + "; SELECT 1")).containsExactly(trigger, " SELECT 1");
    }

    @Test
    void the_first_word_is_found_behind_comments() {
        assertThat(Statements.firstWord("/* x */ -- y\n (SELECT")).isEqualTo("select");
        assertThat(Statements.firstWord("-- only a comment")).isEmpty();
    }
}
