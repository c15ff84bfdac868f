package dev.stairway.lint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.tree.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Name USERS = new Name("", "users", "users", false);
    private static final Name SHOP_USERS = new Name("shop", "Users", "shop.\"Users\"", true);

    @Test
    void namesAreListedAsTheyAreWritten() {
        assertThat(Names.list(List.of(USERS, SHOP_USERS))).isEqualTo("users, shop.\"Users\"");
        assertThat(Names.and(List.of(USERS, SHOP_USERS, USERS))).isEqualTo("users, shop.\"Users\" and users");
        assertThat(Names.and(List.of(USERS))).isEqualTo("users");
    }

    @Test
    void aNewNameIsQuotedOnlyWhereItHasTo() {
        assertThat(Names.made(USERS, "email", "idx")).isEqualTo("users_email_idx");
        assertThat(Names.made(SHOP_USERS, "email", "idx")).isEqualTo("\"Users_email_idx\"");
        assertThat(Names.made("a b", "idx")).isEqualTo("\"a b_idx\"");
    }

    @Test
    void aNewTableStaysInTheSchemaOfItsNeighbour() {
        assertThat(Names.beside(SHOP_USERS, SHOP_USERS, "kept")).isEqualTo("shop.\"Users_kept\"");
        assertThat(Names.beside(USERS, USERS, "kept")).isEqualTo("users_kept");
    }
}
