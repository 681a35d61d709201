"""What posts may let their holders do with the doors of a mailing."""

from linli.domains.people.rights import Right, declare
from linli.kernel.words import say

DOORS = Right(
    "reach.doors",
    say("See which doors a notice has not reached, and tick those told", "查看公告未送达的门户并登记上门告知"),
    holder=say("whoever goes from door to door here", "本辖区上门告知人员"),
)

declare(DOORS, family=say("Delivery", "送达"))
