-- Which messages the readings in here came in, so that one that its broker sends again is not kept twice. One row is what one
-- transaction kept; the oldest are deleted.
create table history_receipt (
    id bigint primary key,
    link varchar(1000) not null, -- the broker
    packets bytea not null -- of each message its number (2 bytes) and a hash of its content (8 bytes)
);
