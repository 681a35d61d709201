from django.db import migrations


class Migration(migrations.Migration):
    """What neighbours may not read is a fact of the request; no text was ever hidden by itself."""

    dependencies = [
        ('matters', '0006_fortnights_of_search'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='text',
            name='hidden_at',
        ),
    ]
