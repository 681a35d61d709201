"""Planned: guides, booking, agent cases, providers (一站式服务)."""
