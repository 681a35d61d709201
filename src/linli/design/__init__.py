"""The visual language: tokens, layers, icons, shared partials and vendored front-end files."""
