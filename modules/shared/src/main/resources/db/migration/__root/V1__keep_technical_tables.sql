-- Technical tables that belong to no module: sessions, published events, batch jobs, locks and one-time form keys.
-- They hold ids only, never personal data, because no row-level security guards them.
create schema if not exists infra;
set local search_path = infra;

create table spring_session (
	primary_id char(36) not null,
	session_id char(36) not null,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval int not null,
	expiry_time bigint not null,
	principal_name varchar(100),
	constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
	session_primary_id char(36) not null,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
	constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session(primary_id) on delete cascade
);

create table if not exists event_publication
(
  id                     uuid not null,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamp with time zone not null,
  completion_date        timestamp with time zone,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamp with time zone,
  primary key (id)
);
create index if not exists event_publication_serialized_event_hash_idx on event_publication using hash(serialized_event);
create index if not exists event_publication_by_completion_date_idx on event_publication (completion_date);

create table if not exists event_publication_archive
(
  id                     uuid not null,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamp with time zone not null,
  completion_date        timestamp with time zone,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamp with time zone,
  primary key (id)
);
create index if not exists event_publication_archive_serialized_event_hash_idx on event_publication_archive using hash(serialized_event);
create index if not exists event_publication_archive_by_completion_date_idx on event_publication_archive (completion_date);


create table batch_job_instance (
	job_instance_id bigint  not null primary key,
	version bigint,
	job_name varchar(100) not null,
	job_key varchar(32) not null,
	constraint job_inst_un unique (job_name, job_key)
) ;

create table batch_job_execution (
	job_execution_id bigint  not null primary key,
	version bigint,
	job_instance_id bigint not null,
	create_time timestamp not null,
	start_time timestamp default null,
	end_time timestamp default null,
	status varchar(10),
	exit_code varchar(2500),
	exit_message varchar(2500),
	last_updated timestamp,
	constraint job_inst_exec_fk foreign key (job_instance_id)
	references batch_job_instance(job_instance_id)
) ;

create table batch_job_execution_params (
	job_execution_id bigint not null,
	parameter_name varchar(100) not null,
	parameter_type varchar(100) not null,
	parameter_value varchar(2500),
	identifying char(1) not null,
	constraint job_exec_params_fk foreign key (job_execution_id)
	references batch_job_execution(job_execution_id)
) ;

create table batch_step_execution (
	step_execution_id bigint  not null primary key,
	version bigint not null,
	step_name varchar(100) not null,
	job_execution_id bigint not null,
	create_time timestamp not null,
	start_time timestamp default null,
	end_time timestamp default null,
	status varchar(10),
	commit_count bigint,
	read_count bigint,
	filter_count bigint,
	write_count bigint,
	read_skip_count bigint,
	write_skip_count bigint,
	process_skip_count bigint,
	rollback_count bigint,
	exit_code varchar(2500),
	exit_message varchar(2500),
	last_updated timestamp,
	constraint job_exec_step_fk foreign key (job_execution_id)
	references batch_job_execution(job_execution_id)
) ;

create table batch_step_execution_context (
	step_execution_id bigint not null primary key,
	short_context varchar(2500) not null,
	serialized_context text,
	constraint step_exec_ctx_fk foreign key (step_execution_id)
	references batch_step_execution(step_execution_id)
) ;

create table batch_job_execution_context (
	job_execution_id bigint not null primary key,
	short_context varchar(2500) not null,
	serialized_context text,
	constraint job_exec_ctx_fk foreign key (job_execution_id)
	references batch_job_execution(job_execution_id)
) ;

create sequence batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch_job_instance_seq maxvalue 9223372036854775807 no cycle;

create table shedlock (
    name varchar(64) not null primary key,
    lock_until timestamp not null,
    locked_at timestamp not null,
    locked_by varchar(255) not null
);

-- A form carries a key that works once. The key is stored in the transaction of the form's effect, so a double click,
-- a replayed form or a repeated request after a lost answer finds it and does nothing a second time.
create table form_key (
    key uuid not null primary key,
    used_at timestamptz not null default now(),
    location text
);
create index form_key_used_at on form_key (used_at);

-- The login role works without a scope on these tables (sessions, event registry), the scope roles inside transactions
-- that also touch tenant tables.
do $$
declare
    role name;
begin
    foreach role in array array['mentoring_app', 'infra'] loop
        execute format('grant usage on schema infra to %I', role);
        execute format('grant select, insert, update, delete on all tables in schema infra to %I', role);
        execute format('grant usage, select on all sequences in schema infra to %I', role);
    end loop;
end
$$;
