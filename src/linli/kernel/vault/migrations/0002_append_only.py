"""What the database itself refuses: changing or dropping access lines and erasures, refilling a destroyed key."""

from django.db import migrations

_FORWARD = """
CREATE FUNCTION vault_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: these rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER vault_access_unchanged BEFORE UPDATE ON vault_access
  FOR EACH ROW EXECUTE FUNCTION vault_refuse();
-- Cybersecurity Law Art. 21(3): logs are kept no less than six months, by the database's own clock.
CREATE TRIGGER vault_access_kept BEFORE DELETE ON vault_access
  FOR EACH ROW WHEN (OLD.written_at > now() - interval '6 months') EXECUTE FUNCTION vault_refuse();
CREATE TRIGGER vault_erasure_kept BEFORE UPDATE OR DELETE ON vault_erasure
  FOR EACH ROW EXECUTE FUNCTION vault_refuse();
CREATE TRIGGER vault_datakey_stays_destroyed BEFORE UPDATE ON vault_datakey
  FOR EACH ROW WHEN (OLD.wrapped IS NULL AND NEW.wrapped IS NOT NULL) EXECUTE FUNCTION vault_refuse();

-- Ciphertext does not compress.
ALTER TABLE vault_value ALTER COLUMN sealed SET STORAGE EXTERNAL;
"""

_BACKWARD = """
DROP TRIGGER vault_access_unchanged ON vault_access;
DROP TRIGGER vault_access_kept ON vault_access;
DROP TRIGGER vault_erasure_kept ON vault_erasure;
DROP TRIGGER vault_datakey_stays_destroyed ON vault_datakey;
DROP FUNCTION vault_refuse();
ALTER TABLE vault_value ALTER COLUMN sealed SET STORAGE DEFAULT;
"""


class Migration(migrations.Migration):
    """Triggers of the vault."""

    dependencies = [("vault", "0001_initial")]

    operations = [migrations.RunSQL(_FORWARD, _BACKWARD)]
