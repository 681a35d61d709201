"""The one way this room says that the database cannot be had."""

from linli.kernel.refusal import Refusal


class Trouble(Refusal):
    """The embedded server cannot be started, reached or stopped; the sentence says what to do."""

    status = 503
    code = "database"
