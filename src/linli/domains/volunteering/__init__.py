"""Planned: projects, hours, stars, certificates (志愿服务)."""
