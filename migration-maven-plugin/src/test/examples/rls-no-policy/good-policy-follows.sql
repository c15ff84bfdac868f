--@ migration 001
ALTER TABLE app.invoices ENABLE ROW LEVEL SECURITY;
--@ migration 002
CREATE POLICY own_invoices ON app.invoices FOR SELECT TO app USING (owner = current_user);
