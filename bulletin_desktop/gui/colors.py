"""Colours between others, and how well one is told from another (WCAG 2.1)."""

from __future__ import annotations

from PySide6.QtGui import QColor

CONTRAST = 4.5  # WCAG 2.1, 1.4.3
HIGH_CONTRAST = 7.0  # WCAG 2.1, 1.4.6


def mix(a: QColor | str, b: QColor | str, share: float) -> QColor:
    """Return *a* laid over *b* with opacity *share* (0 to 1)."""
    first, second = QColor(a), QColor(b)
    return QColor(
        *(
            round(x * share + y * (1 - share))
            for x, y in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
        )
    )


def contrast(a: QColor, b: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in color.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible(color: QColor, ground: QColor, least: float = CONTRAST) -> QColor:
    """Return *color*, darkened or lightened until it has the contrast *least* to *ground*."""
    goal = QColor("#000000") if _luminance(ground) > 0.18 else QColor("#FFFFFF")
    for step in range(51):
        candidate = mix(goal, color, step / 50)
        if contrast(candidate, ground) >= least:
            return candidate
    return goal
