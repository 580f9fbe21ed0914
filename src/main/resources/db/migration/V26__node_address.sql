-- The name on which a firmware node's modules listen, where it is not its location.
alter table node_told add column address varchar(1000);
