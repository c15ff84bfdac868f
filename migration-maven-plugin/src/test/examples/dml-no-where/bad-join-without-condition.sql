UPDATE orders SET region = r.name FROM regions r;
