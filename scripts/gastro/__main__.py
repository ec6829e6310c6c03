"""``python -m gastro`` is the command line."""

from gastro.cli import main

if __name__ == "__main__":
    main()
