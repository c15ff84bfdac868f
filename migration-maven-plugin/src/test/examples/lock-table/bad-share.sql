lock table only shop."Customers", orders in share row exclusive mode nowait;
