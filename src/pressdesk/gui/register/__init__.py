"""The register's own view: `view.py` puts it together, `keeper.py` is the only way to the files."""
