CREATE POLICY own_invoices ON invoices USING (owner = current_user);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
