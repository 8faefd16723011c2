-- Invitations, requests to join, agreements and suspensions, found by their network.

create index invitation_network on invitation (network_id, created_at desc);
create index agreement_acceptance_organisation on agreement_acceptance (organisation_id);
create index organisation_in_network_suspended on organisation_in_network (network_id, organisation_id) where status = 'suspended';
-- Whose three-monthly letter is due.
create index organisation_confirmed on organisation (confirmed_at) where archived_at is null;
