-- One letter a week to every director of the region; what it says is looked up when it is sent. A week that was written for
-- is not written for again. For the system at the regional centre.
create function agenda.write_digests(week text, moment timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    written int;
begin
    if region is null or sec.account_id() is not null or current_setting('role') <> 'scope_region' then
        raise exception 'only the system writes digests' using errcode = 'insufficient_privilege';
    end if;
    insert into agenda.letter (region_id, id, org_id, account_id, occasion, occurrence, next_attempt_at, written_at)
    select region, gen_random_uuid(), director.org_id, director.account_id, 'DIGEST', 'digest ' || week, moment, moment
    from (select distinct a.org_id, a.account_id from sec.assignment a
          where a.region_id = region and a.role = 'DIRECTOR' and a.nature <> 'DELEGATED' and a.kind = 'PERSON'
            and a.revoked_at is null and a.valid @> now()) director
    on conflict do nothing;
    get diagnostics written = row_count;
    return written;
end
$$;

revoke execute on function agenda.write_digests(text, timestamptz) from public;
grant execute on function agenda.write_digests(text, timestamptz) to infra;
