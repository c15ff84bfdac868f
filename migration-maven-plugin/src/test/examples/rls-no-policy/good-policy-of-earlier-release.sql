--@ history
CREATE POLICY own_invoices ON invoices USING (owner = current_user);
--@ migration 002
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
