import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """How each witness stands to each log is remembered, for everybody to see."""

    dependencies = [("record", "0003_several_logs")]

    operations = [
        migrations.CreateModel(
            name="Witness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("size", models.BigIntegerField()),
                ("vouched_at", models.DateTimeField(null=True)),
                ("trouble_en", models.TextField()),
                ("trouble_zh", models.TextField()),
                ("since", models.DateTimeField(null=True)),
                (
                    "log",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="record.log"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("log", "name"), name="record_witness_of_log")],
            },
        ),
    ]
