"""The window. The only package that imports PySide6."""

from __future__ import annotations

import contextlib


def _spare_sources() -> None:
    """Keep PySide from reading the source of every module that is imported from now on.

    It looks there for its own name, to know where its "features" (snake_case) could be switched on. Nobody
    does that here, and it costs every start 35 ms. Where PySide has changed, it goes on reading.
    """
    with contextlib.suppress(ImportError, AttributeError):
        import PySide6.QtCore  # noqa: F401 - brings the other
        from shibokensupport import feature

        feature._mod_uses_pyside = lambda _module: False


_spare_sources()
