--@ versions 13 18
--@ migration 1718000000000-SubscriptionDiscount
CREATE TABLE "subscription_invoice_line_discount" (
    "id" uuid NOT NULL DEFAULT gen_random_uuid(),
    "promotion_campaign_id" uuid NOT NULL,
    "promotion_coupon_id" uuid NOT NULL,
    CONSTRAINT "PK_subscription_invoice_line_discount" PRIMARY KEY ("id")
);
--@ danger id-too-long: cut to 63 bytes, the part that tells what is indexed is gone
CREATE INDEX "IDX_subscription_invoice_line_discount_on_promotion_foreign_key_campaign_id" ON "subscription_invoice_line_discount" ("promotion_campaign_id");
--@ danger id-too-long: cut to the same name as the index before, error "already exists"
CREATE INDEX "IDX_subscription_invoice_line_discount_on_promotion_foreign_key_coupon_id" ON "subscription_invoice_line_discount" ("promotion_coupon_id");
