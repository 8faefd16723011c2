-- RPT: figures. Members whom a primary user lets see them, how full services were day by day, and what the reports read by index.

drop function actor_of(uuid, uuid);
/* Acting for the organisation given, or else for the first that the user belongs to. No row if absent or disabled. */
create function actor_of(of_user uuid, for_organisation uuid) returns table (
  name text, language text, administrator boolean, organisation_id uuid, organisation_name text, role text,
  networks jsonb, coordinates uuid[], commissions uuid[], sees_reports boolean
) language plpgsql stable as $$
#variable_conflict use_column
declare
  someone record;
  home record;
begin
  select u.name, u.language, u.platform_administrator into someone from "user" u where u.id = of_user and u.disabled_at is null;
  if not found then return; end if;
  select m.organisation_id, o.name, m.role, m.may_see_reports into home
    from membership m join organisation o on o.id = m.organisation_id
    where m.user_id = of_user and m.ended_at is null and o.archived_at is null
    order by (m.organisation_id = for_organisation) is true desc, m.created_at, m.id limit 1;
  return query select someone.name, someone.language, someone.platform_administrator, home.organisation_id, home.name, home.role,
    networks_of(home.organisation_id), granted_to(of_user, 'coordinator'), granted_to(of_user, 'commissioner'),
    coalesce(home.may_see_reports, false);
end $$;

-- How full a service was on a day; written once a day by the worker. Blank capacity: unlimited.
create table service_day (
  service_id uuid not null references service,
  day date not null,
  capacity integer,
  cases integer not null,
  waiting integer not null,
  open boolean not null, -- took referrals in any network
  primary key (service_id, day)
);
create index service_day_day on service_day (day);

create index assignment_network_asked on assignment (network_id, asked_at);
create index assignment_organisation_asked on assignment (organisation_id, asked_at);
create index consent_refusal_network on consent_refusal (network_id, month);
