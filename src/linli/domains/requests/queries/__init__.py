"""What may be asked about requests beyond what every matter answers."""

from linli.domains.requests.queries.rates import Rate, ThreeRates, three_rates
from linli.domains.requests.queries.shown import RequestView, request_view

__all__ = ["Rate", "RequestView", "ThreeRates", "request_view", "three_rates"]
