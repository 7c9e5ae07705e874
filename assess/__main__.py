"""Let `python -m assess` do what the `assess` command does."""

from assess.cli import main

if __name__ == "__main__":
    main()
