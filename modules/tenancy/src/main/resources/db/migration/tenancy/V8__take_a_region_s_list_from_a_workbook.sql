-- A list of a region's districts and schools from a workbook: its rows wait here until somebody has looked at them. What has no
-- fault is opened in one transaction or not at all.
create table tenancy.org_list (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    file_name text not null,
    state text not null check (state in ('PREVIEW', 'DONE')),
    uploaded_at timestamptz not null,
    opened_at timestamptz,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    check ((state = 'DONE') = (opened_at is not null))
);
create index org_list_by_time on tenancy.org_list (region_id, org_id, uploaded_at desc);
select sec.protect('tenancy.org_list', region => 'own');

-- A row has the id that its organisation gets when it is opened.
create table tenancy.org_list_row (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    list_id uuid not null,
    place int not null,
    sheet text not null,
    line int not null,
    label text not null,
    kind text check (kind in ('DISTRICT', 'SCHOOL')),
    state text not null check (state in ('NEW', 'SAME', 'ERROR', 'DONE')),
    payload jsonb,
    parent_id uuid,
    since date,
    faults jsonb,
    primary key (region_id, id),
    unique (region_id, org_id, list_id, place),
    foreign key (region_id, org_id, list_id) references tenancy.org_list (region_id, org_id, id) on delete cascade,
    check ((state = 'ERROR') = (faults is not null)),
    check (state <> 'NEW' or (payload is not null and parent_id is not null and since is not null))
);
comment on column tenancy.org_list_row.payload is 'What the row says, as far as all of it could be read; forgotten when it is open';
select sec.protect('tenancy.org_list_row', region => 'own');
