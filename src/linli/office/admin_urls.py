"""Where the house itself is set up and watched: people, roles, places, rules, audit, tokens, authorisations."""

from django.urls import include, path

urlpatterns = [
    path("people/", include("linli.office.people.urls")),
    path("units/", include("linli.office.units.urls")),
    path("roles/", include("linli.office.roles.urls")),
    path("places/", include("linli.office.places.urls")),
    path("import/", include("linli.office.importing.urls")),
    path("routing/", include("linli.office.routing.urls")),
    path("connections/", include("linli.office.connections.urls")),
    path("rules/", include("linli.office.rules.urls")),
    path("audit/", include("linli.office.audit.urls")),
    path("tokens/", include("linli.office.tokens.urls")),
    path("authorisations/", include("linli.office.authorisations.urls")),
]
