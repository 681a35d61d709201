"""The tree district → subdistrict → community → grid → building → unit → home."""
