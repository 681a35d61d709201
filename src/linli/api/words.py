"""Text that may come in through the machines' door, before any room sees it."""

from typing import Annotated

from pydantic import StringConstraints

Line = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
"""One line of text that a database can hold."""

Area = Annotated[str, StringConstraints(max_length=200, pattern=r"^([a-z][0-9a-z]+\.)*$")]
"""A place's path as /places answers it; empty for everywhere."""
