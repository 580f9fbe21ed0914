-- What the migrations say in the words of H2, and PostgreSQL does not know.
do $$
begin
    create domain tinyint as smallint;
exception
    when duplicate_object then null;
end
$$;
