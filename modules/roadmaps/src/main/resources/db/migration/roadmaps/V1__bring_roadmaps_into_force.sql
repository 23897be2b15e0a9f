create schema if not exists roadmaps;
select sec.open_schema('roadmaps');

-- What an organisation has undertaken for a season, and where that paper stands on its way into force.
create table roadmaps.roadmap (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    track text not null check (track in ('LEARNERS', 'TEACHERS')),
    start_year int not null check (start_year between 2000 and 2200),
    title text not null,
    institution text not null,
    period_from date not null,
    period_to date,
    state text not null check (state in ('DRAFT', 'ON_AGREEMENT', 'RETURNED', 'AGREED', 'ON_APPROVAL', 'IN_FORCE')),
    edition int not null,
    reviewer_id uuid,
    composed_by uuid,
    composed_at timestamptz not null,
    submitted_at timestamptz,
    returned_at timestamptz,
    agreed_at timestamptz,
    handed_over_at timestamptz,
    in_force_at timestamptz,
    order_number text,
    order_date date,
    changes int not null,
    version int not null,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    unique (region_id, org_id, track, start_year),
    check (period_to is null or period_from <= period_to),
    check ((edition > 0) = (submitted_at is not null)),
    check ((edition > 0) = (reviewer_id is not null)),
    -- BR12: nothing comes into force that has not been agreed, and nothing without an order.
    check (state <> 'IN_FORCE' or (agreed_at is not null and in_force_at is not null and order_number is not null
        and order_date is not null)),
    check (state not in ('AGREED', 'ON_APPROVAL') or agreed_at is not null)
);
create index roadmap_to_review on roadmaps.roadmap (region_id, reviewer_id, submitted_at) where state = 'ON_AGREEMENT';

create table roadmaps.section (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roadmap_id uuid not null,
    position int not null,
    number text not null,
    title text not null,
    content text[] not null,
    version int not null,
    primary key (region_id, id),
    unique (region_id, org_id, id),
    foreign key (region_id, org_id, roadmap_id) references roadmaps.roadmap (region_id, org_id, id)
);
create index section_by_roadmap on roadmaps.section (region_id, org_id, roadmap_id, position);

-- A row. Numbers are text: papers have gaps, repetitions and words there. The deadline stands as written and as understood.
create table roadmaps.item (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roadmap_id uuid not null,
    section_id uuid not null,
    position int not null,
    number text not null,
    title text not null,
    content text[] not null,
    deadline_text text not null,
    deadline text not null,
    responsible text[] not null,
    result text not null,
    indicator text not null,
    note text not null,
    accepted_as text,
    accepted_in int not null,
    version int not null,
    primary key (region_id, id),
    foreign key (region_id, org_id, roadmap_id) references roadmaps.roadmap (region_id, org_id, id),
    foreign key (region_id, org_id, section_id) references roadmaps.section (region_id, org_id, id) deferrable initially deferred
);
create index item_by_roadmap on roadmaps.item (region_id, org_id, roadmap_id, position);
create index item_by_section on roadmaps.item (region_id, org_id, section_id);

-- A remark belongs to an edition and mostly to a row. The row may be gone since: the edition still has it.
create table roadmaps.remark (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roadmap_id uuid not null,
    item_id uuid,
    edition int not null check (edition > 0),
    field text check (field in ('NUMBER', 'TITLE', 'DEADLINE', 'RESPONSIBLE', 'RESULT', 'INDICATOR')),
    text text not null check (text <> ''),
    written_by uuid,
    written_at timestamptz not null,
    answer text check (answer <> ''),
    answered_by uuid,
    answered_at timestamptz,
    version int not null,
    primary key (region_id, id),
    foreign key (region_id, org_id, roadmap_id) references roadmaps.roadmap (region_id, org_id, id),
    check ((answer is null) = (answered_at is null))
);
create index remark_by_roadmap on roadmaps.remark (region_id, org_id, roadmap_id, written_at);

-- The paper as it was sent, for comparison and for the record.
create table roadmaps.edition (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roadmap_id uuid not null,
    number int not null check (number > 0),
    content text not null,
    sent_by uuid,
    sent_at timestamptz not null,
    outcome text not null check (outcome in ('PENDING', 'WITHDRAWN', 'RETURNED', 'AGREED')),
    decided_by uuid,
    decided_at timestamptz,
    version int not null,
    primary key (region_id, id),
    unique (region_id, org_id, roadmap_id, number),
    foreign key (region_id, org_id, roadmap_id) references roadmaps.roadmap (region_id, org_id, id)
);

-- A paper that has been read and waits for somebody to look over what was understood. Not a roadmap yet.
create table roadmaps.upload (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    account_id uuid,
    file_name text not null,
    content text not null,
    received_at timestamptz not null,
    expires_at timestamptz not null,
    version int not null,
    primary key (region_id, id)
);
create index upload_by_time on roadmaps.upload (region_id, org_id, expires_at);

select sec.protect('roadmaps.roadmap', school => 'write', district => 'read', region => 'read',
    rollup => 'region_id, id, org_id, track, start_year, state, submitted_at, agreed_at, in_force_at');
select sec.protect('roadmaps.section', school => 'write', district => 'read', region => 'read');
select sec.protect('roadmaps.item', school => 'write', district => 'read', region => 'read');
select sec.protect('roadmaps.remark', school => 'write', district => 'read', region => 'read');
select sec.protect('roadmaps.edition', school => 'write', district => 'read', region => 'read');
select sec.protect('roadmaps.upload', school => 'write');

-- Whoever has to agree a roadmap writes exactly what that needs and only while it lies before them: the region too has
-- no say over a school that has a district.
grant update (state, returned_at, agreed_at, changes, version) on roadmaps.roadmap to scope_district, scope_region;
create policy roadmap_reviewer on roadmaps.roadmap for update to scope_district, scope_region
    using (region_id = (select sec.region_id()) and reviewer_id = (select sec.org()) and state = 'ON_AGREEMENT')
    with check (region_id = (select sec.region_id()) and reviewer_id = (select sec.org())
        and state in ('ON_AGREEMENT', 'AGREED', 'RETURNED'));

grant update (accepted_as, accepted_in, version) on roadmaps.item to scope_district, scope_region;
create policy item_reviewer on roadmaps.item for update to scope_district, scope_region
    using (region_id = (select sec.region_id()) and roadmap_id in (
        select r.id from roadmaps.roadmap r where r.region_id = (select sec.region_id()) and r.reviewer_id = (select sec.org())))
    with check (region_id = (select sec.region_id()) and roadmap_id in (
        select r.id from roadmaps.roadmap r where r.region_id = (select sec.region_id()) and r.reviewer_id = (select sec.org())));

grant insert, delete on roadmaps.remark to scope_district, scope_region;
create policy remark_reviewer_insert on roadmaps.remark for insert to scope_district, scope_region
    with check (region_id = (select sec.region_id()) and answer is null and roadmap_id in (
        select r.id from roadmaps.roadmap r where r.region_id = (select sec.region_id()) and r.reviewer_id = (select sec.org())));
create policy remark_reviewer_delete on roadmaps.remark for delete to scope_district, scope_region
    using (region_id = (select sec.region_id()) and answer is null and roadmap_id in (
        select r.id from roadmaps.roadmap r where r.region_id = (select sec.region_id()) and r.reviewer_id = (select sec.org())));

grant update (outcome, decided_by, decided_at, version) on roadmaps.edition to scope_district, scope_region;
create policy edition_reviewer on roadmaps.edition for update to scope_district, scope_region
    using (region_id = (select sec.region_id()) and roadmap_id in (
        select r.id from roadmaps.roadmap r where r.region_id = (select sec.region_id()) and r.reviewer_id = (select sec.org())))
    with check (region_id = (select sec.region_id()) and roadmap_id in (
        select r.id from roadmaps.roadmap r where r.region_id = (select sec.region_id()) and r.reviewer_id = (select sec.org())));

create view roadmaps.published_roadmap with (security_invoker = true) as
    select region_id, org_id, id as roadmap_id, start_year, track, state, submitted_at, agreed_at, in_force_at
    from roadmaps.roadmap;
grant select on roadmaps.published_roadmap to scope_rollup;
