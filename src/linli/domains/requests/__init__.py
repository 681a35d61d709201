"""Requests (诉求) and their assignments (工单): from the phone to the resident's own verdict."""
