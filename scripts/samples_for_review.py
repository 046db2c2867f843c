"""Made-up manuscripts for pictures of the review: with everything that a file can bring beside its text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from bulletin_desktop.document.model import Cell, Span, Table
from bulletin_desktop.intake.pasted import FoundPicture
from bulletin_desktop.intake.recogniser import recognise, recognise_source
from bulletin_desktop.intake.recognition import Doubt, Facts, Recognition
from bulletin_desktop.intake.source import Comment, Line, Source, Told
from bulletin_desktop.services.duplicates import How, Likeness, Place

_TEXT = (
    "青石县政协开展“有事来商量”协商活动",
    "3月12日,青石县政协在柳湾镇开展“有事来商量”协商活动(第3场),围绕老旧小区停车难问题与居民代表面对面协商.",
    "会上,委员们结合前期走访的１２个小区情况提出意见建议:一是统筹利用闲置地块;二是推行错时共享停车.",
    "各小区停车位情况见下表.",
)
_AFTER = ("县住建局现场答复,将于5月底前完成首批3个小区改造,新增停车位260个.", "（青石县政协 周楠 供稿）")
_SECOND = """云溪市政协召开提案办理协商会
4月2日,云溪市政协召开重点提案办理协商会,听取市教育局关于校园周边交通治理提案的办理情况汇报.
来源:云溪政协网 浏览次数:126
会议指出,要坚持问题导向,抓好跟踪问效.
市政协提案委走访承办单位
4月8日,市政协提案委走访市交通局,就提案办理工作座谈交流,并实地察看了公交枢纽站
"""


def batch() -> tuple[Recognition, ...]:
    """Two files: one of Word's with a table, a picture, changes and comments, and one of plain text."""
    rows = (
        ("小区", "现有车位", "需求", "计划新增"),
        ("柳湾苑", "120", "310", "90"),
        ("临江小区", "86", "240", "70"),
    )
    rows += (("青石家园", "150", "420", "100"), ("合　计", "356", "970", "260"))
    table = Table(
        "T", (340, 220, 220, 220), tuple(tuple(Cell((Span(text),)) for text in row) for row in rows), 1
    )
    items = (
        *(Line((Span(text),)) for text in _TEXT),
        table,
        FoundPicture(_picture(), 900, 600, "协商活动现场"),
    )
    told = ((Told.INSERTIONS, 12), (Told.DELETIONS, 3), (Told.COMMENTS, 1), (Told.HEADERS, 2))
    comments = (Comment("数字请再核实一遍", "沈若兰", "", "新增停车位260个"),)
    source = Source((*items, *(Line((Span(text),)) for text in _AFTER)), comments=comments, told=told)
    facts = Facts(contributor="青石县政协", author="周楠", phone="0000-5551234")
    word = replace(recognise_source(source, "青石县协商活动.docx"), origin="1" * 64, facts=facts)
    text = replace(recognise(_SECOND, "提案工作两则.txt"), origin="2" * 64)
    doubtful = replace(text.lines[4], doubt=Doubt.BOUNDARY, confidence=0.62)
    return word, replace(text, lines=(*text.lines[:4], doubtful, *text.lines[5:]))


def failures() -> tuple[tuple[str, str], ...]:
    """Files that could not be read, each with its sentence."""
    said = "是加密文件，没有密码打不开；文件保持原样。请向来稿单位要密码后再收。"
    return (("白鹭区信息.docx", f"“白鹭区信息.docx”{said}"),)


def likenesses() -> tuple[Likeness, ...]:
    """What the first article is like."""
    title, where = "青石县政协协商解决停车难", "云溪政协简报 2026年第2期"
    return (Likeness(0, 1, How.ALIKE, 0.96, title, Place.ISSUE, where, "A"),)


def _picture() -> bytes:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, 400)
    sky.setColorAt(0, QColor("#8FB3D9"))
    sky.setColorAt(1, QColor("#E9EEF3"))
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), sky)
        painter.setPen(Qt.PenStyle.NoPen)
        for nth, color in enumerate(("#6D8299", "#7F93A8", "#5E7388", "#8799AB")):
            painter.fillRect(QRect(60 + nth * 210, 180 + nth % 2 * 60, 150, 420), QColor(color))
        painter.fillRect(QRect(0, 520, 900, 80), QColor("#B7BDB2"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
