-- What was read from end to end once there were many: the outcome of a need, who withdrew consent, an organisation's record of a person.
create index outcome_entry_need on outcome_entry (need_id);
create index referral_consent_withdrawn on referral (id) where consent_withdrawn_at is not null;
create index person_referral_referral on person_referral (referral_id, organisation_id);
