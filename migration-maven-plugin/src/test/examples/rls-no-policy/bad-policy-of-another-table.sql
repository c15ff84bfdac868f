--@ migration 001
CREATE POLICY own_orders ON orders USING (owner = current_user);
--@ migration 002
alter table app."Invoices" enable row level security, force row level security;
