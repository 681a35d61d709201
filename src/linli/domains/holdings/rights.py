"""What posts may let their holders do with homes and households."""

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

READ = Right("holdings.read", say("See homes and households", "查看房屋与住户"))
KEEP = Right("holdings.keep", say("Keep homes and households up to date", "维护房屋与住户"))

declare(READ, KEEP, family=say("Homes and households", "房屋与住户"))
