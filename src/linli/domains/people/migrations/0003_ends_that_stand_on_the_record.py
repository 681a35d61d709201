from django.db import migrations, models
from django.db.models import F


def ended_by_hand(apps, editor):
    """What was ended by hand stands on the record already; what ran out was told after its last day, and does not."""
    posts = apps.get_model('people', 'Post').objects
    posts.filter(end_told_at__lte=F('until')).update(end_entered_at=F('end_told_at'))


class Migration(migrations.Migration):
    """A post that runs out is entered in the public record as ended, once."""

    dependencies = [
        ('people', '0002_posts_that_run_out'),
    ]

    operations = [
        migrations.AddField(
            model_name='post',
            name='end_entered_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(ended_by_hand, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(
                condition=models.Q(('end_entered_at', None), ('until__isnull', False)),
                fields=['until'],
                name='post_ran_out',
            ),
        ),
    ]
