-- Changes of the tree of organisations: proposed by a district or by the regional centre, confirmed by the centre, carried out
-- on their day.
create table tenancy.reorganisation (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    kind text not null check (kind in ('OPENING', 'RENAMING', 'MOVING', 'CLOSING', 'MERGING', 'SPLITTING')),
    change jsonb not null,
    effective_on date not null,
    order_number text not null,
    order_date date not null,
    state text not null check (state in ('PROPOSED', 'CONFIRMED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'FAILED')),
    proposed_by uuid,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    remark text,
    carried_out_at timestamptz,
    primary key (region_id, id),
    check (state not in ('REFUSED', 'FAILED') or remark is not null)
);
create index reorganisation_by_state on tenancy.reorganisation (region_id, org_id, state, effective_on);
select sec.protect('tenancy.reorganisation', district => 'own', region => 'write');

-- When schools were on the approved list of participating schools: only then their data counts upward (BR13).
create view tenancy.published_listing with (security_invoker = true) as
    select l.region_id, l.org_id, l.valid from sec.listings() l;
grant select on tenancy.published_listing to scope_rollup;
