"""Pictures of the register of manuscripts, and the manuscripts in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bulletin_desktop.document.ids import new_id
from bulletin_desktop.document.model import Article, Paragraph, Role, Span
from bulletin_desktop.gui.register.columns import Column
from bulletin_desktop.library.nodes import MANUSCRIPTS
from bulletin_desktop.services.acts import AddArticles, MoveArticles
from bulletin_desktop.services.desk import Desk
from bulletin_desktop.services.register import Manuscript, ManuscriptSource, ManuscriptState, Original

if TYPE_CHECKING:
    from screenshot_person import Person


def filled_register(person: Person) -> QWidget:
    """Open the register with made-up manuscripts in it; return its panel."""
    window = person.window
    window.backend.wait(_manuscripts_that_came_in)
    window.work.changed.emit(frozenset())
    person.act("register")
    panel = window.panels.panel("register")
    person.wait_for(lambda: panel.model.rowCount() > 10)
    return panel


def register(person: Person) -> None:
    """The register of manuscripts: full, with its menu, a cell being written, narrowed down, one open."""
    window, panel = person.window, filled_register(person)
    panel.view.horizontalHeader().setSortIndicator(Column.ORIGINAL, Qt.SortOrder.DescendingOrder)
    panel.view.choose((panel.model.shown[1].article_id, panel.model.shown[2].article_id))
    person.take("register")
    window.activateWindow()
    panel.view.edit_cell(Column.CONTRIBUTOR)
    person.wait_for(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    QApplication.focusWidget().insert("云溪")
    person.take("register-writing")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    panel.view.menu_wanted.emit(panel.view.mapToGlobal(QPoint(200, 20)))
    person.wait_for(person.application.activePopupWidget)
    person.take("menu-of-the-register", person.application.activePopupWidget())
    person.application.activePopupWidget().close()
    panel.states[ManuscriptState.WAITING].click()
    panel.field.setText("建议")
    person.rest(400)
    person.take("register-filtered")
    panel.field.setText("没有")
    person.rest(400)
    person.take("register-nothing")
    panel.clear_filter()
    panel.view.choose((panel.model.shown[0].article_id,))
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    person.wait_for(window.action_show_original.isEnabled)
    person.take("register-open")
    person.act("show_original")
    person.rest(3000)
    person.take("register-original")
    window.panels.fold()
    person.take("original")
    person.act("show_original")


_CAME_IN = (
    ("关于义务教育优质均衡发展的情况报告", "市教育局", "陈志远", "0599-6221014", "教育局简报.docx", 0),
    ("关于加快补齐农村养老服务短板的建议", "安和县政协", "李晓梅", "13800000021", "养老服务建议.doc", 0),
    ("我市水稻制种产业发展情况调研", "市农业农村局", "", "0599-6221187", "制种产业调研（定稿）.wps", 1),
    ("北川区打造“家门口”协商议事平台", "北川区政协", "王建国、周敏", "", "协商议事.docx", 2),
    ("关于整治学校周边拥堵的社情民意", "民盟云溪市委会", "阿依古丽", "13900000045", "社情民意.zip", 3),
    ("张庄镇开展冬春森林防火宣传", "张庄镇", "何平", "", "防火.txt", 5),
    ("关于规范电动自行车充电设施建设的提案办理情况", "市住建局", "黄海", "0599-6221330", "办理复函.pdf", 8),
    ("云溪竹编非遗传承人培养的几点思考", "市文旅局", "陈慧", "", "竹编.odt", 12),
    ("老旧小区加装电梯的难点与对策", "致公党云溪支部", "林涛", "13700000067", "加装电梯.docx", 20),
    ("陈塘街道“四点半课堂”惠及三百户家庭", "陈塘街道办", "刘洁", "", "", 31),
    ("关于保护母亲河的调研报告", "市水利局", "吴昊", "0599-6221765", "母亲河.docx", 47),
    ("重点项目“一线工作法”见实效", "市发改委", "", "", "一线工作法.rtf", 90),
)  # fmt: skip


def _manuscripts_that_came_in(desk: Desk) -> None:
    """Take made-up manuscripts into the library's register, as if they had come in by file over months."""
    now = dt.datetime.now(dt.UTC)
    for nth, (title, unit, author, phone, name, days) in enumerate(reversed(_CAME_IN)):
        blocks = tuple(
            Paragraph(
                new_id(), Role.BODY, (Span(f"{unit}近日报来：{title}。" + "各项工作正在有序推进。" * length),)
            )
            for length in (6 + nth * 3, 20, 9)
        )
        article = Article(new_id(), headline=(title,), credit=unit, blocks=blocks)
        desk.apply(AddArticles(MANUSCRIPTS, (article,), 0))
        content = f"{title}\r\n\r\n{unit}　{author}\r\n".encode("gb18030") * 3
        sha256 = hashlib.sha256(content).hexdigest()
        states = (ManuscriptState.WAITING, ManuscriptState.WAITING, ManuscriptState.RESERVE)
        desk.receive(
            Manuscript(
                article.id,
                now - dt.timedelta(days=days, hours=nth),
                ManuscriptSource.FILE if name else ManuscriptSource.PASTE,
                sha256 if name else "",
                name,
                unit,
                author,
                phone,
                ManuscriptState.REJECTED if nth == 6 else states[nth % 3],
            ),
            Original(sha256, name, content) if name else None,
        )
        if nth % 5 == 2:
            issue = desk.outline().publications[0].issues[0].id
            section = desk.contents(issue).sections[-1]
            desk.apply(MoveArticles(((article.id, section.id, len(section.articles)),)))
