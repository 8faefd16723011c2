-- An idempotency key stands for whatever its request made: a referral, a service, a venue.
alter table idempotency rename column referral_id to made_id;
alter table idempotency alter column made_id set not null;
