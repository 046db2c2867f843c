"""Designer forms: a form fills a widget that exists already, with our own classes where it promotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QFile, QIODevice, Qt
from PySide6.QtGui import QAction
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLayout, QWidget

from bulletin_desktop import paths

Factory = Callable[[QWidget | None], QWidget]


class _Loader(QUiLoader):
    """Gives the form's top widget an existing object, and promoted classes their factories."""

    def __init__(self, base: QWidget, holder: QWidget, promoted: Mapping[str, Factory]) -> None:
        super().__init__()
        self._base = base
        self._holder = holder
        self._promoted = promoted
        self.errors: list[Exception] = []

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        if parent is None:
            return self._base
        widget = self._make(class_name, parent, name)
        setattr(self._holder, name, widget)
        return widget

    def _make(self, class_name: str, parent: QWidget, name: str) -> QWidget:
        factory = self._promoted.get(class_name)
        if factory is None:
            return super().createWidget(class_name, parent, name)
        try:
            widget = factory(parent)
        except Exception as error:  # Qt would swallow it and go on with the next widget
            self.errors.append(error)
            return QWidget(parent)
        widget.setObjectName(name)
        return widget


def _loader(base: QWidget, holder: QWidget, promoted: Mapping[str, Factory]) -> _Loader:
    """Make a loader that looks for no plugins of Qt Designer: no form uses any, and looking takes 9 ms."""
    places = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        return _Loader(base, holder, promoted)
    finally:
        QCoreApplication.setLibraryPaths(places)


def fill(
    base: QWidget,
    form: str,
    promoted: Mapping[str, Factory] | None = None,
    holder: QWidget | None = None,
) -> None:
    """Fill *base* with the form `ui/<form>.ui`.

    Its widgets, actions and layouts become attributes of *holder*, by default of *base* itself. Texts are
    translated under the form's class name. A form that is missing or broken is a bug and raises RuntimeError;
    what a factory raises goes on.
    """
    file = QFile(str(paths.forms() / f"{form}.ui"))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise RuntimeError(f"form {form}: {file.errorString()}")
    holder = holder or base
    loader = _loader(base, holder, promoted or {})
    loaded = loader.load(file)
    file.close()
    if loader.errors:
        raise loader.errors[0]
    if loaded is None:
        raise RuntimeError(f"form {form}: {loader.errorString()}")
    base.setAttribute(Qt.WidgetAttribute.WA_Moved, False)  # a form's place is not where a dialog should open
    for part in (*base.findChildren(QAction), *base.findChildren(QLayout)):
        if part.objectName() and part.objectName() not in vars(holder):
            setattr(holder, part.objectName(), part)
