-- Who did what. Rows are only ever added; each carries the hash of the one before. Times are milliseconds since 1970.
create table audit (
    number bigint primary key,
    at_time bigint not null,
    what varchar(40) not null,
    actor varchar(200) not null,
    role varchar(20) not null,
    origin varchar(300) not null,
    allowed_by varchar(200) not null,
    point_id integer,
    place varchar(500) not null,
    priority integer,
    wanted varchar(200) not null,
    sent varchar(8000) not null, -- payloads in hex, with blanks between
    received varchar(8000) not null,
    latency bigint, -- milliseconds
    outcome varchar(20) not null,
    reason varchar(2000) not null,
    command_id bigint,
    first_number bigint, -- of the attempt whose outcome this is
    hash varchar(64) not null
);
create index audit_of_command on audit (command_id);
create index audit_of_time on audit (at_time);

-- The end of the chain; whoever adds a row locks this one, so that rows follow one another as they are committed.
create table audit_head (
    only_row integer primary key check (only_row = 1),
    number bigint not null,
    hash varchar(64) not null
);
insert into audit_head (only_row, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
