"""The sequence of public numbers, and events that are never changed or deleted."""

from django.db import migrations

CREATE = """
CREATE SEQUENCE matter_number;
CREATE FUNCTION matters_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what happened to a matter is never changed or deleted';
END $$;
CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE ON matters_event
  FOR EACH ROW EXECUTE FUNCTION matters_refuse_change();
"""
DROP = """
DROP TRIGGER event_is_final ON matters_event;
DROP FUNCTION matters_refuse_change();
DROP SEQUENCE matter_number;
"""


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
