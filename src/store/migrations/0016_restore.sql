-- A whole store comes back with the accounts of its people, and with the secret they hang on.
--
-- Why: second factors and the secrets of single sign-on are encrypted with it; a store that was only
-- begun has made another, which must give way.
-- Lock: none that matters.
-- Previous release: can run, it never changes the secret.

grant update (value, created_at) on account.secret to acuerdo_app;
