-- What nodes have told of themselves, so that it is known after a restart, too. Times are milliseconds since 1970.
create table node_told (
    node_id integer primary key,
    version varchar(200),
    running integer, -- the mask of its modules; null while it has not said
    distress varchar(1000),
    last_seen bigint
);

-- The last lines of each node's log; the number of a line counts up for each node by itself.
create table node_log (
    node_id integer not null,
    line bigint not null,
    at_time bigint not null,
    severity integer not null, -- 0 error … 5 extra trace
    words varchar(1100) not null,
    primary key (node_id, line)
);
create index node_log_by_time on node_log (at_time);

-- Which nodes nobody wants to place, or to hear.
create table node_shut (
    node_id integer primary key,
    shut varchar(20) not null,
    by_name varchar(200) not null,
    since bigint not null
);
