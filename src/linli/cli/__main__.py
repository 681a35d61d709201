"""`python -m linli.cli` is `linli`: how `linli serve` starts its children with the same Python."""

from linli.cli import main

main()
