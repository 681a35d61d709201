"""Requests (诉求) and their assignments (工单): from the phone to the resident's own verdict.

Promises: one receiver to the end (首接负责); the handler cannot close, the call-back does; a negative answer never
closes; no clock ever closes anything. A request's state follows its lead assignment's.
"""
