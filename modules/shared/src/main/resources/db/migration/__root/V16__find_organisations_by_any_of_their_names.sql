-- What the organisations of the region are and were called, each name with its days. The last name stays that of an organisation
-- which has ended: people look for it under that one.
create function sec.names() returns table (org_id uuid, valid daterange, name text, full_name text)
language sql stable security definer set search_path = pg_catalog as $$
    select n.org_id, n.valid, n.name, n.full_name from sec.org_name n where n.region_id = sec.region_id()
    union all
    select o.id, daterange(opened.since, renamed.since), o.name, o.full_name
    from sec.org o
    join lateral (select min(lower(e.valid)) as since from sec.org_edge e
                  where e.region_id = o.region_id and e.org_id = o.id and e.distance = 0) opened on opened.since is not null
    left join lateral (select min(lower(n.valid)) as since from sec.org_name n
                       where n.region_id = o.region_id and n.org_id = o.id) renamed on true
    where o.region_id = sec.region_id() and (renamed.since is null or renamed.since > opened.since)
$$;

revoke execute on function sec.names() from public;
grant execute on function sec.names() to infra;
