-- What a starting application compares with the steps it knows. The histories of the modules belong to the owner, and no
-- other role reads them otherwise.
create function infra.applied_steps() returns table (history text, version text)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    one text;
begin
    for one in select tablename from pg_tables where schemaname = 'infra' and tablename like 'flyway\_schema\_history%' loop
        return query execute format('select %L::text, h.version::text from infra.%I h where h.success and h.type = ''SQL''', one, one);
    end loop;
end
$$;
revoke execute on function infra.applied_steps() from public;
grant execute on function infra.applied_steps() to mentoring_app;
