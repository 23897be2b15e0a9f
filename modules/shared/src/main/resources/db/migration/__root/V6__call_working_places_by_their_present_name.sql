-- sec.org.name is the name at the opening; whoever signs in sees the one of today.
create or replace function sec.assignments_of(wanted_issuer text, wanted_subject text) returns table (
    account_id uuid, display_name text, locale text, handle uuid, region_id uuid, org_id uuid, level text, role text, org_name text,
    region_name text
) language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.display_name, c.locale, a.handle, a.region_id, a.org_id, a.level, a.role, coalesce(n.name, o.name),
        coalesce(rn.name, r.name)
    from sec.account c
    join sec.assignment a on a.account_id = c.id and a.revoked_at is null and a.valid @> now()
    join sec.org o on o.id = a.org_id
    join sec.org r on r.region_id = a.region_id and r.kind = 'REGION'
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    left join sec.org_name rn on rn.region_id = r.region_id and rn.org_id = r.id and rn.valid @> current_date
    where c.issuer = wanted_issuer and c.subject = wanted_subject
    order by coalesce(n.name, o.name), a.role
$$;
