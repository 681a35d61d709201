"""What may be asked about how requests fare."""

from linli.domains.requests.figures.asked import NARROWED, Asked
from linli.domains.requests.figures.balance import Balance, balance
from linli.domains.requests.figures.contact import Contact
from linli.domains.requests.figures.grouping import By
from linli.domains.requests.figures.happenings import Happenings
from linli.domains.requests.figures.hiding import Hidings, hidings
from linli.domains.requests.figures.overview import Figures, Group, figures
from linli.domains.requests.figures.rates import Rate, ThreeRates, three_rates
from linli.domains.requests.figures.standing import AGES, Standing
from linli.domains.requests.figures.whistling import Whistling, whistling

__all__ = [
    "AGES",
    "NARROWED",
    "Asked",
    "Balance",
    "By",
    "Contact",
    "Figures",
    "Group",
    "Happenings",
    "Hidings",
    "Rate",
    "Standing",
    "ThreeRates",
    "Whistling",
    "balance",
    "figures",
    "hidings",
    "three_rates",
    "whistling",
]
