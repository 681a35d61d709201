"""A client of Tencent Cloud's SMS gateway, and nothing more of its SDK than two calls need."""
