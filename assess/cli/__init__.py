"""The `assess` command."""


def main() -> None:
    """Run the command line."""
