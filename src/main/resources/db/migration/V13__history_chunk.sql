-- What has settled, packed: rows of one point and one UTC day (of 8 days for quarters, of 32 for hours) under the key of the
-- first. A row of the table itself under the same key is newer and counts.
create table history_reading_chunk (
    k bigint primary key,
    readings integer not null, -- how many rows are in it
    data bytea not null -- as the class Packing says
);
create table history_minute_chunk (
    k bigint primary key,
    readings integer not null,
    data bytea not null
);
create table history_quarter_chunk (
    k bigint primary key,
    readings integer not null,
    data bytea not null
);
create table history_hour_chunk (
    k bigint primary key,
    readings integer not null,
    data bytea not null
);
