refresh materialized view reports."Order_Totals" with data;
