"""Every request in my area: filtered, searched, paged by key."""
