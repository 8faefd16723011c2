-- What reports over a year read, from indexes alone; and the few referrals that count for nobody but those asked and helping.
create index referral_figures on referral (network_id, opened_at)
  include (id, status, referrer_organisation_id, authority_code, outward_code, age_band) where not restricted and consent_withdrawn_at is null;
create index referral_uncounted on referral (id) where restricted or consent_withdrawn_at is not null;
drop index assignment_network_asked;
create index assignment_figures on assignment (network_id, asked_at) include (id, referral_id, organisation_id, status, answered_at, ended_at, reason_id);
create index need_unmet on need (referral_id) include (category_id, status) where status in ('unmet', 'unplaced');
