with tenant as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (:schemas) and c.relkind in ('r', 'p')
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
),
policy as (
    select p.*, t.name as table_name,
           coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as rule
    from pg_policy p join tenant t on t.oid = p.polrelid
),
application as (
    select oid, rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'scope\_%' or rolname in ('mentoring_app', 'infra')
)
select 'T1 tenant table without forced row-level security: ' || name from tenant where not (enabled and forced)
union all
select 'T2 tenant table without any policy: ' || name from tenant t where not exists (select 1 from pg_policy p where p.polrelid = t.oid)
union all
select 'T3 owner may be missing: ' || name from tenant t
where exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname in ('org_id', 'region_id') and not a.attnotnull)
union all
select 'P1 policy calls a function for each row: ' || polname || ' on ' || table_name from policy
where rule ~ '\w\(' and rule !~* '\( ?select '
union all
select 'P2 policy for everybody: ' || polname || ' on ' || table_name from policy where 0 = any (polroles)
union all
select 'P3 two permissive policies for one role and verb: ' || table_name || ' ' || held.role::regrole
from policy, unnest(polroles) as held (role) where polpermissive group by table_name, held.role, polcmd having count(*) > 1
union all
select 'P4 write policy without check: ' || polname || ' on ' || table_name from policy
where polcmd in ('a', 'w', '*') and polwithcheck is null
union all
select 'P5 policy with OR: ' || polname || ' on ' || table_name from policy where rule ~ '\mOR\M'
union all
select 'F1 foreign key between tenant tables without owner: ' || c.conname || ' on ' || t.name
from pg_constraint c join tenant t on t.oid = c.conrelid join tenant target on target.oid = c.confrelid
where c.contype = 'f'
  and not exists (select 1 from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k where a.attname = 'org_id')
union all
select 'U1 uniqueness across owners: ' || i.indexrelid::regclass from pg_index i join tenant t on t.oid = i.indrelid
where i.indisunique and not i.indisprimary
  and not exists (select 1 from unnest(i.indkey::int2[]) k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k where a.attname = 'org_id')
union all
select 'I1 no index by owner: ' || t.name from tenant t
where not exists (select 1 from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum in (i.indkey[0], i.indkey[1])
                  where i.indrelid = t.oid and a.attname = 'org_id')
union all
select 'V1 view with the rights of its owner: ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'v' and n.nspname = any (:schemas)
  and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']
union all
select 'V2 materialised view readable by ' || r.rolname || ': ' || c.relname
from pg_class c join pg_namespace n on n.oid = c.relnamespace, application r
where c.relkind = 'm' and n.nspname = any (:schemas) and has_table_privilege(r.oid, c.oid, 'select')
union all
select 'G1 truncate, references or trigger granted: ' || t.name || ' ' || r.rolname from tenant t, application r
where has_table_privilege(r.oid, t.oid, 'truncate') or has_table_privilege(r.oid, t.oid, 'references') or has_table_privilege(r.oid, t.oid, 'trigger')
union all
select 'G2 rights without a scope: ' || t.name || ' ' || r.rolname from tenant t, application r
where r.rolname in ('mentoring_app', 'infra') and has_any_column_privilege(r.oid, t.oid, 'select')
union all
select 'R1 role of the application stands above the policies: ' || rolname from application
where rolsuper or rolbypassrls or pg_has_role(oid, 'mentoring_owner', 'member')
union all
select 'S1 function with the rights of its owner and without a search path: ' || p.oid::regprocedure
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
  and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')
union all
select 'S2 function with the rights of its owner for everybody: ' || p.oid::regprocedure
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('public', p.oid, 'execute')
union all
select 'E1 enumerated type, whose equality may not pass the policies: ' || t.name || '.' || a.attname
from tenant t join pg_attribute a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
where y.typtype = 'e' and not a.attisdropped
order by 1
