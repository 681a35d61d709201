"""A made-up but lifelike neighbourhood, generated from a seed and lived through the real actions.

Liuyin (柳荫街道) lies nowhere; its people never lived. `fill` builds it and lives sixty days of it up to `at`.
"""

from linli.demo.digesting import digest_weeks
from linli.demo.filling import fill, is_filled
from linli.demo.people import SignIn, sign_ins

__all__ = ["SignIn", "digest_weeks", "fill", "is_filled", "sign_ins"]
