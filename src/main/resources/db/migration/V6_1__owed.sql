-- Outputs that what rules them has yet to be brought to, because the node or the link was away when it came to rule.
create table owed (
    point_id integer primary key
);
