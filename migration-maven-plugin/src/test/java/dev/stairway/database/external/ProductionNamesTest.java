package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod",
                "PROD",
                "shop_prod",
                "prod-eu1",
                "shopProd",
                "shopprod",
                "shop.production",
                "PRD01",
                "live",
                "shop-live",
                "liveDb",
                "livedb",
                "main",
                "db_main",
                "master",
                "pg-primary",
                "produktion"
            })
    void namesOfProductionAreKnown(String name) {
        assertThat(ProductionNames.in(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products",
                "product_catalog",
                "domain",
                "maintenance",
                "remainder",
                "delivery",
                "alive",
                "olive",
                "mastery",
                "webmaster",
                "reproduction",
                "shop_tests",
                "",
                "localhost",
                "127.0.0.1"
            })
    void othersAreNot(String name) {
        assertThat(ProductionNames.in(name)).isEmpty();
    }
}
