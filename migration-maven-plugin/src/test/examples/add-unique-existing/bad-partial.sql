--@ also index-not-concurrent
create unique index one_active on subscriptions (user_id) where active;
