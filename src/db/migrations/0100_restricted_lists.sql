-- A list of restricted referrals goes along those alone: among a million the facets named ten thousand to be looked at one by one.
create index referral_restricted on referral (id) where restricted;
create index referral_restricted_newest on referral (network_id, opened_at desc, id) where restricted;
