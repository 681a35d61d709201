import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

ONLY_GROWS = """
CREATE FUNCTION record_refuse_shrinking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a log of the public record only grows' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER record_log_never_deleted BEFORE DELETE ON record_log
    FOR EACH ROW EXECUTE FUNCTION record_refuse_shrinking();

CREATE TRIGGER record_log_only_grows BEFORE UPDATE ON record_log
    FOR EACH ROW WHEN (
        NEW.size < OLD.size
        OR (NEW.size = OLD.size AND OLD.root IS NOT NULL AND NEW.root IS DISTINCT FROM OLD.root)
        OR (OLD.id, OLD.name, OLD.prefix, OLD.origin) IS DISTINCT FROM (NEW.id, NEW.name, NEW.prefix, NEW.origin)
    ) EXECUTE FUNCTION record_refuse_shrinking();

ALTER TABLE record_entry DISABLE TRIGGER record_entry_only_numbered;
"""

FREE = """
ALTER TABLE record_entry ENABLE TRIGGER record_entry_only_numbered;
DROP TRIGGER record_log_only_grows ON record_log;
DROP TRIGGER record_log_never_deleted ON record_log;
DROP FUNCTION record_refuse_shrinking();
"""

FIRST = """
UPDATE record_entry SET log_id = (SELECT id FROM record_log WHERE prefix = '') WHERE log_number IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE record_entry ENABLE TRIGGER record_entry_only_numbered;
"""


def name_the_first(apps, schema_editor):
    """What was numbered before there were several logs is the deployment's own log."""
    entries, logs = apps.get_model("record", "Entry"), apps.get_model("record", "Log")
    if entries.objects.filter(log_number__isnull=False).exists():
        logs.objects.create(name="main", prefix="", origin=f"{settings.RECORD_ORIGIN}/main")


class Migration(migrations.Migration):
    """Streams belong to logs by their prefix; a log only grows, and remembers what it signed last."""

    dependencies = [("record", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="Log",
            fields=[
                ("id", models.SmallAutoField(primary_key=True, serialize=False)),
                ("name", models.TextField(unique=True)),
                ("prefix", models.TextField(unique=True)),
                ("origin", models.TextField(unique=True)),
                ("size", models.BigIntegerField(default=0)),
                ("root", models.BinaryField(max_length=32, null=True)),
                ("checkpoint", models.BinaryField(null=True)),
                ("signed_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="LogKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("vkey", models.TextField(unique=True)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("log", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="record.log")),
            ],
        ),
        migrations.AddField(
            model_name="entry",
            name="log",
            field=models.ForeignKey(
                db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="record.log"
            ),
        ),
        migrations.RemoveConstraint(model_name="entry", name="record_log_number"),
        migrations.RemoveConstraint(model_name="entry", name="record_numbered_whole"),
        migrations.RunSQL(ONLY_GROWS, FREE),
        migrations.RunPython(name_the_first, migrations.RunPython.noop),
        migrations.RunSQL(FIRST, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                condition=Q(log_number__isnull=False), fields=("log", "log_number"), name="record_log_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=Q(
                    Q(log=None, log_number=None, stream_number=None),
                    Q(log__isnull=False, log_number__isnull=False, stream_number__isnull=False),
                    _connector="OR",
                ),
                name="record_numbered_whole",
            ),
        ),
    ]
