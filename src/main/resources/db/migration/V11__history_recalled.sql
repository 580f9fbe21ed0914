-- Of which points a past was recalled that nobody had heard, and until when; later than that they speak for themselves.
create table history_recalled (
    point integer primary key,
    until_at bigint not null, -- milliseconds since 1970
    apart bigint not null, -- milliseconds between two of its readings at most
    done boolean not null
);
