-- A school is put on the list of participating schools by an order, and taken off it by an order (BR13). Each answers which schools
-- it has changed: one that stands there already is not put on again.
alter table sec.listing add column left_order_number text, add column left_order_date date;

drop function sec.enlist(uuid[], date, text, date);
drop function sec.delist(uuid[], date);

-- The list is kept by districts and by the centre, one change at a time in a region.
create function sec.demand_list() returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
begin
    if region is null or current_setting('role') not in ('scope_region', 'scope_district') then
        raise exception 'only a district or the regional centre keeps the list' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('sec.listing ' || region::text, 0));
    return region;
end
$$;

-- The organisation itself says when it was on the list the last time.
create function sec.show_listing(region uuid, schools uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog as $$
    update sec.org o set (listed_from, listed_to, listed_by) = (
        select lower(l.valid), upper(l.valid) - 1, l.order_number from sec.listing l
        where l.region_id = o.region_id and l.org_id = o.id order by l.valid desc limit 1)
    where o.region_id = region and o.id = any (schools)
$$;

create function sec.enlist(schools uuid[], since date, new_order_number text, new_order_date date) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_list();
    reach constant uuid[] := sec.orgs();
    changed uuid[];
begin
    with put as (
        insert into sec.listing (region_id, org_id, valid, order_number, order_date, listed_by)
        select region, o.id, daterange(since, null), new_order_number, new_order_date, sec.org()
        from sec.org o
        join sec.org_edge own on own.region_id = o.region_id and own.org_id = o.id and own.distance = 0 and own.valid @> since
        where o.region_id = region and o.id = any (schools) and o.id = any (reach) and o.kind = 'SCHOOL'
          and not exists (select 1 from sec.listing l where l.region_id = region and l.org_id = o.id
                            and l.valid && daterange(since, null))
        returning org_id)
    select array_agg(org_id) into changed from put;
    perform sec.show_listing(region, changed);
    return query select unnest(changed);
end
$$;

-- From a day on; a time on the list that would begin on that day or later never begins.
create function sec.delist(schools uuid[], day date, new_order_number text, new_order_date date) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_list();
    reach constant uuid[] := sec.orgs();
    changed uuid[];
begin
    with ended as (
        update sec.listing l set valid = daterange(lower(l.valid), day), left_order_number = new_order_number,
            left_order_date = new_order_date
        where l.region_id = region and l.org_id = any (schools) and l.org_id = any (reach) and l.valid @> day
          and lower(l.valid) < day
        returning l.org_id),
    never as (
        delete from sec.listing l
        where l.region_id = region and l.org_id = any (schools) and l.org_id = any (reach) and lower(l.valid) >= day
        returning l.org_id)
    select array_agg(either_of_them.org_id) into changed from (select org_id from ended union select org_id from never) either_of_them;
    perform sec.show_listing(region, changed);
    return query select unnest(changed);
end
$$;

-- The schools of a day below an organisation, each with its last time on the list.
create function sec.participation(on_day date, above uuid) returns table (
    org_id uuid, code text, name text, place text, listed boolean, since date, until date, order_number text, order_date date,
    left_order_number text, left_order_date date
) language sql stable security definer set search_path = pg_catalog as $$
    select d.id, d.code, d.name, p.name, d.listed, lower(l.valid), upper(l.valid), l.order_number, l.order_date,
        l.left_order_number, l.left_order_date
    from sec.directory(on_day) d
    join sec.org_edge e on e.region_id = d.region_id and e.org_id = d.id and e.ancestor_id = above and e.valid @> on_day
    left join sec.directory(on_day) p on p.id = d.parent_id
    left join lateral (select t.* from sec.listing t where t.region_id = d.region_id and t.org_id = d.id
                       order by t.valid desc limit 1) l on true
    where d.kind = 'SCHOOL'
$$;

revoke execute on function sec.demand_list(), sec.show_listing(uuid, uuid[]), sec.enlist(uuid[], date, text, date),
    sec.delist(uuid[], date, text, date), sec.participation(date, uuid) from public;
grant execute on function sec.enlist(uuid[], date, text, date), sec.delist(uuid[], date, text, date),
    sec.participation(date, uuid) to infra;
