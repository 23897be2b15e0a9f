-- What a region says of itself as a whole. Regions that were opened before have no row and live in the installation's zone.
create table sec.region (
    region_id uuid not null primary key,
    time_zone text not null
);
comment on column sec.region.time_zone is 'Name of the zone in the tz database; Russia has eleven';

-- Opens a region with its centre, or finds the one that was opened with this code; only the zone of a found one is changed.
create function sec.open_region(
    new_region uuid, new_centre uuid, new_code text, new_name text, new_full_name text, new_zone text, since date
) returns table (region uuid, centre uuid, fresh boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('sec.region', 0));
    perform now() at time zone new_zone;
    select o.region_id, o.id, false into region, centre, fresh
    from sec.org o where o.kind = 'REGION' and o.code = new_code and o.closed_on is null limit 1;
    if not found then
        perform sec.open_org(new_region, new_centre, 'REGION', new_code, new_name, new_full_name, false, null, since, null, null);
        region := new_region;
        centre := new_centre;
        fresh := true;
    end if;
    insert into sec.region (region_id, time_zone) values (region, new_zone)
    on conflict (region_id) do update set time_zone = excluded.time_zone;
    return next;
end
$$;

create function sec.time_zone() returns text language sql stable security definer set search_path = pg_catalog as $$
    select r.time_zone from sec.region r where r.region_id = sec.region_id()
$$;

-- Whether the thresholds for small schools apply (BR18). A school does not say so of itself: its district or the centre does.
create function sec.mark_small(marked uuid, is_small boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    if sec.region_id() is null or current_setting('role') not in ('scope_region', 'scope_district') then
        raise exception 'only a district or the regional centre says which schools are small'
            using errcode = 'insufficient_privilege';
    end if;
    update sec.org o set small = is_small
    where o.region_id = sec.region_id() and o.id = marked and o.id = any (sec.orgs()) and o.kind in ('SCHOOL', 'BRANCH')
      and o.small <> is_small;
    return found;
end
$$;

revoke execute on function sec.open_region(uuid, uuid, text, text, text, text, date), sec.time_zone(),
    sec.mark_small(uuid, boolean) from public;
grant execute on function sec.open_region(uuid, uuid, text, text, text, text, date) to mentoring_app;
grant execute on function sec.time_zone(), sec.mark_small(uuid, boolean) to infra;
