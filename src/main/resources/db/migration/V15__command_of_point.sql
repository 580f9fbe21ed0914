-- What was asked of one output, in the order of time.
create index command_of_point on command (point_id, asked_at);
