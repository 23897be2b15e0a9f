-- A school that had left the list of participating schools before it closed had no last day on it any more, as if it still
-- stood there (BR13).
create or replace function sec.close_org(closed uuid, day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_centre();
begin
    if not exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = closed and e.distance = 0
                     and e.valid @> day and lower(e.valid) < day)
       or exists (select 1 from sec.org_edge e where e.region_id = region and e.ancestor_id = closed and e.distance > 0
                    and e.valid && daterange(day, null)) then
        raise exception 'the organisation does not exist on that day or something still stands below it'
            using errcode = 'check_violation';
    end if;
    delete from sec.org_edge e where e.region_id = region and e.org_id = closed and lower(e.valid) >= day;
    update sec.org_edge e set valid = daterange(lower(e.valid), day)
    where e.region_id = region and e.org_id = closed and e.valid @> day;
    delete from sec.listing l where l.region_id = region and l.org_id = closed and lower(l.valid) >= day;
    update sec.listing l set valid = daterange(lower(l.valid), day)
    where l.region_id = region and l.org_id = closed and l.valid @> day;
    update sec.org o set closed_on = day,
        listed_to = case when o.listed_from is not null and (o.listed_to is null or o.listed_to >= day)
                         then greatest(o.listed_from, day - 1) else o.listed_to end
    where o.region_id = region and o.id = closed;
    update sec.assignment a set revoked_at = now()
    where a.region_id = region and a.org_id = closed and a.kind = 'PERSON' and a.revoked_at is null;
end
$$;
