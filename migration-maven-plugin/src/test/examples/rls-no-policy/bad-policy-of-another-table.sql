CREATE POLICY own_orders ON orders USING (owner = current_user);
alter table app."Invoices" enable row level security, force row level security;
