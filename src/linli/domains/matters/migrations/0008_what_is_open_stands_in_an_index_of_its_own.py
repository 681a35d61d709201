from django.db import migrations, models


class Migration(migrations.Migration):
    """The newest that are open are few among a million: a list of them reads these alone."""

    dependencies = [
        ('matters', '0007_texts_are_not_hidden_alone'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(
                condition=models.Q(('closed_at__isnull', True)),
                fields=['kind', '-opened_at', '-id'],
                name='matter_open',
            ),
        ),
    ]
