"""Disputes (纠纷调解): mediation that both parties want, from the application to the kept promise.

Promises: nobody is mediated against their will, either party may end it at any time, and no door to a court is shut by
it (People's Mediation Law, Art. 3, 17, 23, 26); what one party says in confidence the other never reads; a dispute
stands in no public list and on no public record. A party and a promise are matters of their own, parts of the dispute.
"""
