"""Unified release (统一发布): what the neighbourhood's bodies announce, and what becomes of it.

Words: a *notice* is what one body tells an *audience*, the places it is meant for; a *mark* is what the check took for
personal; a *decision* covers a mark or justifies it; a *correction* is a notice that takes an earlier one's place; a
*disclosure* is what is owed to the public every month or quarter; a *reply* is a resident's question or objection.
Promises: nobody reviews their own words; nothing marked comes out unless a named reviewer said why; what was once
published stands for ever, digest on the record, and what corrects or withdraws it is linked both ways.
"""
