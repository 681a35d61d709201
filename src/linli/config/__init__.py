"""The only composer: settings, addresses and the WSGI application. Nothing imports it but the runtime."""
