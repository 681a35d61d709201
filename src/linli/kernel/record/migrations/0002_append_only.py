from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION record_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries of the public record are never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER record_entry_never_deleted BEFORE DELETE ON record_entry
    FOR EACH ROW EXECUTE FUNCTION record_refuse_change();

CREATE TRIGGER record_entry_only_numbered BEFORE UPDATE ON record_entry
    FOR EACH ROW WHEN (
        OLD.log_number IS NOT NULL OR NEW.log_number IS NULL
        OR (OLD.arrival, OLD.id, OLD.stream, OLD.kind, OLD.body, OLD.digest, OLD.xid, OLD.at)
        IS DISTINCT FROM (NEW.arrival, NEW.id, NEW.stream, NEW.kind, NEW.body, NEW.digest, NEW.xid, NEW.at)
    ) EXECUTE FUNCTION record_refuse_change();

CREATE TRIGGER record_longbody_never_changed BEFORE UPDATE OR DELETE ON record_longbody
    FOR EACH ROW EXECUTE FUNCTION record_refuse_change();

CREATE TRIGGER record_salt_never_changed BEFORE UPDATE ON record_salt
    FOR EACH ROW EXECUTE FUNCTION record_refuse_change();
"""

CHANGEABLE = """
DROP TRIGGER record_salt_never_changed ON record_salt;
DROP TRIGGER record_longbody_never_changed ON record_longbody;
DROP TRIGGER record_entry_only_numbered ON record_entry;
DROP TRIGGER record_entry_never_deleted ON record_entry;
DROP FUNCTION record_refuse_change();
"""


class Migration(migrations.Migration):
    """Entries are numbered once and otherwise never changed; salts are deleted, never changed."""

    dependencies = [("record", "0001_initial")]

    operations = [migrations.RunSQL(APPEND_ONLY, CHANGEABLE)]
