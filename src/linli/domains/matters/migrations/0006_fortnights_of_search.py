"""The fortnight of a matter beside its grams, in one index."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

import linli.domains.matters.models.search


class Migration(migrations.Migration):
    dependencies = [("matters", "0005_photos_of_the_work")]

    operations = [
        migrations.RemoveIndex(model_name="searchrow", name="search_grams"),
        migrations.AddField(
            model_name="searchrow",
            name="fortnight",
            field=models.GeneratedField(
                db_persist=True,
                expression=linli.domains.matters.models.search.Fortnight("opened_at"),
                output_field=django.contrib.postgres.fields.ArrayField(
                    base_field=models.IntegerField(), size=None
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="searchrow",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=True,
                fields=["grams", "fortnight"],
                gin_pending_list_limit=1024,
                name="search_grams",
            ),
        ),
    ]
