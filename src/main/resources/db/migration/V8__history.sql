-- What every point said. One key everywhere: the point's number × 2⁴², plus milliseconds since 1970 (rows lie in its order).
create table history_reading (
    k bigint primary key,
    number double precision, -- null when it could not be read
    quality tinyint not null -- 0 good, 1 uncertain, 4 bad
);
-- The same in summary; the key's moment is the beginning, in UTC. What is bad is not in it. Offsets are in milliseconds.
create table history_minute (
    k bigint primary key,
    readings integer not null,
    lowest double precision not null,
    highest double precision not null,
    total double precision not null, -- of the numbers
    first_at integer not null, -- from the beginning to the first reading
    last_at integer not null,
    last_number double precision not null,
    area double precision not null, -- number × milliseconds from the first to the last reading, each held for as long as it counts
    covered integer not null -- for so many milliseconds of these a number was held
);
create table history_quarter (
    k bigint primary key,
    readings integer not null,
    lowest double precision not null,
    highest double precision not null,
    total double precision not null,
    first_at integer not null,
    last_at integer not null,
    last_number double precision not null,
    area double precision not null,
    covered integer not null
);
create table history_hour (
    k bigint primary key,
    readings integer not null,
    lowest double precision not null,
    highest double precision not null,
    total double precision not null,
    first_at integer not null,
    last_at integer not null,
    last_number double precision not null,
    area double precision not null,
    covered integer not null
);
create table history_day (
    k bigint primary key,
    readings integer not null,
    lowest double precision not null,
    highest double precision not null,
    total double precision not null,
    first_at integer not null,
    last_at integer not null,
    last_number double precision not null,
    area double precision not null,
    covered integer not null
);
