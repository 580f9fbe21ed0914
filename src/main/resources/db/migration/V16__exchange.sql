-- How far an InfluxDB has got the readings of each point. Times are milliseconds since 1970.
create table exchange_mark (
    target varchar(1000) not null,
    point integer not null,
    at_time bigint not null, -- everything up to here, this included
    primary key (target, point)
);
-- What it is owed besides: what came late, or from a file.
create table exchange_owed (
    number bigint generated always as identity primary key,
    target varchar(1000) not null,
    point integer not null,
    from_time bigint not null,
    to_time bigint not null -- not part of it
);
