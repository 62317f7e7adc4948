"""`python -m service.cli`: the command where the script is not on the path."""

from service.cli import main

main()
