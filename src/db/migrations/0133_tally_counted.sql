-- PRIV-1, RPT-5: reports by what people answered are the same after their referrals were anonymised. An empty option: nothing was answered.

alter table demographic_tally add column unmet boolean not null default false;
alter table demographic_tally drop constraint demographic_tally_pkey;
alter table demographic_tally add primary key (network_id, month, key, option, accepted, days, unmet);

/* Counts alone, for the network's coordinator, of the whole months in these days. */
create function demographics_tallied(of_network uuid, of_key text, first_day date, last_day date)
returns table (option text, days integer, unmet boolean, count integer) language sql stable security definer set search_path = public as $$
  select t.option, t.days, t.unmet, t.count from demographic_tally t
  where t.network_id = of_network and t.key = of_key and t.month >= first_day and t.month + interval '1 month' <= last_day + 1
    and exists (select from grant_in_network g where g.user_id = acting_user() and g.network_id = of_network and g.role = 'coordinator') $$;
