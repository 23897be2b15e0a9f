-- The yearly look of a director through the list of those who have access, to be done by 20 September: one row a school and
-- school year, made when the school is asked.
create table tenancy.member_check (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null default 0,
    year int not null,
    due date not null,
    asked_at timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    primary key (region_id, id),
    unique (region_id, org_id, year),
    check ((confirmed_by is null) = (confirmed_at is null))
);
comment on column tenancy.member_check.year is 'The calendar year in which the school year begins';
select sec.protect('tenancy.member_check', school => 'own', district => 'read', region => 'read');
